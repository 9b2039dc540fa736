import '../../../styles/wall/sky.css';
import type { Incident } from '../../../../shared/game/incident.ts';
import type { View } from '../../../../shared/game/view/view-shape.ts';
import { msLeft, phaseMs } from '../../../model.ts';
import { YEAR_MONTHS } from '../../../sky/playback.ts';
import { t } from '../../../text.ts';
import { useSilence } from '../../frame/dim.tsx';
import { newsText } from '../../frame/news.tsx';
import { theSeat, useRoom, useView, yearIsOver } from '../../frame/room.tsx';
import { Lower } from '../lower.tsx';
import { Strip } from '../strip.tsx';
import type { Headline } from '../year-model.ts';
import { toldAt } from '../year-model.ts';
import { heldAt, planOf, yearOnWall } from '../year-on-wall.ts';
import type { Moment } from './moment.ts';

/** The year plays on the map, which nothing dims; then what it brought, the weightiest first; then its card. */
function Stage() {
  const { model } = useRoom();
  const view = useView();
  const silence = useSilence();
  const at = yearOnWall.value;
  const hush = silence > 0 && (
    <p class="unseen" role="status">
      {t('dim.title')} {t('dim.text', { n: silence })}
    </p>
  );
  if (!at)
    return (
      <>
        {hush}
        <Lower>{t(yearIsOver(view) ? 'projector.year' : 'phase.resolution.help')}</Lower>
      </>
    );
  const { plan } = planOf(view);
  const passed = phaseMs(view) - (msLeft(model) ?? 0);
  const share = (passed - plan.headlinesAt) / Math.max(1, plan.cardAt - plan.headlinesAt);
  const { held, lines } = toldAt(view, at, share);
  return (
    <>
      {hush}
      {held && <Held incident={held} />}
      {at.part === 'headlines' && <Headlines lines={lines} />}
      {at.part === 'card' && <Card />}
    </>
  );
}

/** The one event that is held: a ring where it is, its number, one sentence. */
function Held({ incident }: { readonly incident: Incident }) {
  const view = useView();
  return (
    <>
      <Flag incident={incident} />
      <Lower fresh>{eventText(view, incident)}</Lower>
    </>
  );
}

/** Radius of the ring, px. */
const RING = 46;
/** Room that the number and its line take, px. */
const FLAG = { width: 340, height: 110, away: 190 } as const;

function Flag({ incident }: { readonly incident: Incident }) {
  const at = heldAt.value;
  const right = at === null || at.x < 1280 - FLAG.width - FLAG.away;
  const x = at === null ? 900 : right ? at.x + FLAG.away : at.x - FLAG.away - FLAG.width;
  const y = at === null ? 80 : Math.min(380, Math.max(56, at.y - 150));
  const from = right ? x - 16 : x + FLAG.width + 16;
  const lean = right ? 1 : -1;
  return (
    <>
      {at && (
        <svg class="wall-flag" viewBox="0 0 1280 720" aria-hidden="true">
          <circle cx={at.x} cy={at.y} r={RING} />
          <circle class="far" cx={at.x} cy={at.y} r={RING + 16} />
          <path d={`M${at.x + lean * RING * 0.7} ${at.y - RING * 0.7}L${from - lean * 40} ${y + 40}H${from}`} />
        </svg>
      )}
      <p class={`wall-flag-text ${right ? '' : 'left'}`} style={{ left: `${x}px`, top: `${y}px` }}>
        <b>{t('number', { n: incident.trackedPublic })}</b>{' '}
        {t('wall.pieces', { n: incident.trackedPublic, km: Math.round(incident.altitudeKm) })}
      </p>
    </>
  );
}

/** An event in one line: what it means to people; the number beside it says what was measured. */
function eventText(view: View, { loud }: Incident): string {
  if (loud?.cause === 'intercept' && loud.by === null) return t('wall.event.unknown');
  if (loud?.cause === 'intercept' && loud.by !== null) return t('wall.event.strike', { who: theSeat(view, loud.by) });
  return t(loud?.cause === 'impact' ? 'wall.event.impact' : 'wall.event.other');
}

function Headlines({ lines }: { readonly lines: readonly Headline[] }) {
  const { model } = useRoom();
  const first = lines[0];
  if (!first) return <Lower>{t('wall.quiet')}</Lower>;
  const text = (line: Headline): string => (line.kind === 'news' ? newsText(model, line.item) : t('wall.small', line));
  const keyOf = (line: Headline): string => (line.kind === 'news' ? line.item.id : 'small');
  return (
    <ol class="wall-headlines" key={keyOf(first)}>
      {lines.map((line) => (
        <li key={keyOf(line)} class={line.kind === 'news' ? line.item.tone : 'calm'} dir="auto">
          {text(line)}
        </li>
      ))}
    </ol>
  );
}

/** What the year leaves, in two numbers. */
function Card() {
  const view = useView();
  const summary = view.turnsDone.find(({ turn }) => turn === view.clock.turn);
  if (!summary) return null;
  const { up, in25Years } = summary.newPieces;
  return (
    <div class="wall-card">
      <p class="figure fresh">
        <b>{t('number', { n: up })}</b>
        <span>{t('wall.card.up', { n: up })}</span>
      </p>
      <p class="figure">
        <b>{t('number', { n: in25Years })}</b>
        <span>{t('wall.card.later', { n: in25Years })}</span>
      </p>
    </div>
  );
}

/** While months play, the strip tells which is on the map. */
function SkyStrip() {
  const at = yearOnWall.value;
  if (!at || at.part === 'headlines' || at.part === 'card') return <Strip over />;
  return <Strip over label={t('year.month', { n: at.month })} ticks={YEAR_MONTHS} lit={at.month} />;
}

export const sky: Moment = {
  id: 'sky',
  when: ({ clock }) => clock.phase === 'resolution',
  Stage,
  Strip: SkyStrip,
  map: true,
};
