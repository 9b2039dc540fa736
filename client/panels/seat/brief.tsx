import type { BriefView } from '../../../shared/game/view/own-seat-shape.ts';
import type { SeatCard } from '../../../shared/game/view/view-shape.ts';
import { LINES } from '../../../shared/scenarios/case.ts';
import { say, t } from '../../text.ts';
import { lazy } from '../frame/lazy.tsx';
import { newsText } from '../frame/news.tsx';
import { useRoom, useView } from '../frame/room.tsx';
import { amount, Empty, Facts, PanelFrame } from '../parts/parts.tsx';
import { Explained } from '../parts/term.tsx';
import { Jobs } from './jobs.tsx';

const ThreeDots = lazy(() => import('../parts/three-dots.tsx').then((part) => part.ThreeDots));

const LAYERS = ['record', 'alleged', 'invented'] as const;

/** Who you are: own means, and the brief in its three layers, each with what it rests on. */
export function Brief() {
  const { model } = useRoom();
  const view = useView();
  const { own } = view;
  if (!own) return null;
  const seat = view.seats.find((s) => s.id === own.seat);
  return (
    <PanelFrame title={t('brief.title')} lead={t('brief.lead')}>
      {seat && <SeatFacts seat={seat} creditsK={own.creditsK} />}
      {own.privateCards.length > 0 && (
        <section class="card gold stack">
          <h3>{t('brief.cards')}</h3>
          <ul class="stack">
            {own.privateCards.toReversed().map((card) => (
              <li key={card.id}>
                <p class="muted small">{t('turn.n', { n: card.turn })}</p>
                <p>
                  <Explained text={newsText(model, card)} />
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <FourLines brief={own.brief} />
      {LAYERS.map((layer) => (
        <section key={layer} class="layer stack tight">
          <h3>{t(`brief.${layer}`)}</h3>
          <p class="muted small">{t(`brief.${layer}.note`)}</p>
          {own.brief[layer].length === 0 ? (
            <Empty>{t('brief.none')}</Empty>
          ) : (
            <ul>
              {own.brief[layer].map((line) => (
                <li key={JSON.stringify(line)}>
                  <Explained text={say(line)} />
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
      <section class="stack tight">
        <h3>{t('dots.rule')}</h3>
        <ThreeDots />
      </section>
      {seat && seat.shells.length > 0 && (
        <section class="stack tight">
          <h3>{t('brief.shells')}</h3>
          <p class="muted small">{t('brief.shells.note')}</p>
          <Shells shells={seat.shells} />
        </section>
      )}
      <Jobs />
    </PanelFrame>
  );
}

/** What a delegation wants, fears, keeps to itself and does first. */
export const FourLines = ({ brief: { lines } }: { readonly brief: BriefView }) =>
  lines.length > 0 && (
    <section class="stack tight">
      <h3>{t('brief.lines')}</h3>
      <dl class="cue">
        {LINES.map((line, i) => (
          <div key={line}>
            <dt>{t(`brief.line.${line}`)}</dt>
            <dd>
              <Explained text={say(lines[i]!)} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );

/** The means of a seat in six numbers. */
export const SeatFacts = ({ seat, creditsK }: { readonly seat: SeatCard; readonly creditsK: number }) => (
  <Facts
    items={[
      [t('fact.active'), t('number', { n: seat.active })],
      [t('fact.credits'), amount(creditsK)],
      [t('fact.sensors'), t('of', { n: seat.ssaLevel, of: 4 })],
      [t('fact.strike'), seat.strike ? t('yes') : t('no')],
      [t('fact.standing'), t('number', { n: seat.standing })],
      [t('fact.approval'), t('number', { n: seat.approval })],
    ]}
  />
);

/** Thickness of the shells in which satellites are counted, km. */
const SHELL_KM = 50;

/** Satellites by altitude as bars with their numbers. */
function Shells({ shells }: { readonly shells: readonly { readonly altitudeKm: number; readonly count: number }[] }) {
  const most = Math.max(1, ...shells.map((s) => s.count));
  return (
    <ul class="bars">
      {shells.map((s) => (
        <li key={s.altitudeKm} class="scale-row">
          <span>{t('km', { n: s.altitudeKm, to: s.altitudeKm + SHELL_KM })}</span>
          <b>{t('number', { n: s.count })}</b>
          <div class="bar" aria-hidden="true">
            <span style={{ width: `${(s.count / most) * 100}%` }} />
          </div>
        </li>
      ))}
    </ul>
  );
}
