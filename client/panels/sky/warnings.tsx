import { useEffect, useState } from 'preact/hooks';
import {
  type Approach,
  CAMPAIGN_PROBABILITY,
  type Warnings as Found,
  USUAL_PROBABILITY,
} from '../../../shared/game/other-worlds/warnings-shape.ts';
import type { View } from '../../../shared/game/view/view-shape.ts';
import { indexOf } from '../../../shared/orbits/table/population.ts';
import type { WarningsAnswer } from '../../../shared/protocol.ts';
import { t } from '../../text.ts';
import { Act, seatName, useRoom, useView } from '../frame/room.tsx';
import { Bar, credits, DataTable, Empty, Facts, PanelFrame, Refused } from '../parts/parts.tsx';
import { Explained } from '../parts/term.tsx';
import { objectName } from './map-objects.tsx';
import { loadSky, type Sky } from './sky-data.ts';

/** The worst close approaches of the own fleet as this seat knows the sky, and what it may do about them. */
export function Warnings() {
  const { model, session, key } = useRoom();
  const view = useView();
  const [answer, setAnswer] = useState<WarningsAnswer | null>(null);
  const [sky, setSky] = useState<Sky | null>(null);
  useEffect(() => {
    let gone = false;
    setAnswer(null);
    const ask = async () => {
      for (;;) {
        const now = await session.warnings();
        if (gone) return;
        setAnswer(now);
        if (!('done' in now)) return;
      }
    };
    void ask();
    void loadSky(model.code, view, key).then((loaded) => {
      if (gone) return;
      if ('code' in loaded) setAnswer(loaded);
      else setSky(loaded);
    });
    return () => {
      gone = true;
    };
  }, [model, session, key, view.startSky, view.overlay]);
  const found = answer && 'worst' in answer ? answer : null;
  return (
    <PanelFrame title={t('warnings.title')} lead={t('warnings.lead')}>
      {found && sky ? <List found={found} sky={sky} /> : <Waiting answer={answer} />}
      <p class="note">
        <Explained text={t('warnings.sample')} />
      </p>
    </PanelFrame>
  );
}

function Waiting({ answer }: { readonly answer: WarningsAnswer | null }) {
  if (answer && 'code' in answer) return <Refused refusal={answer} />;
  const { done, of } = answer && 'done' in answer ? answer : { done: 0, of: 1 };
  return (
    <div class="stack" role="status">
      <Empty>{t('warnings.busy')}</Empty>
      {done > 0 && <span class="small">{t('warnings.progress', { done, of })}</span>}
      <Bar share={done / of} />
    </div>
  );
}

function List({ found, sky }: { readonly found: Found; readonly sky: Sky }) {
  const view = useView();
  const campaign = hasCampaign(view);
  return (
    <>
      <Facts
        items={[
          [t('warnings.near'), t('number', { n: found.near })],
          [t('warnings.usual'), t('number', { n: found.answeredUsually })],
          [t('warnings.campaign'), t('number', { n: found.answeredInCampaign })],
        ]}
      />
      <Campaign found={found} drafted={campaign} />
      {found.worst.length > 0 ? (
        <div class="approaches">
          <DataTable
            caption={t('warnings.caption')}
            head={[t('warnings.when'), t('warnings.objects'), t('warnings.pass'), t('warnings.chance')]}
            rows={found.worst.map((approach) => [
              clock(approach.afterS),
              <Pair key="pair" approach={approach} sky={sky} />,
              <span key="pass" class="stack none">
                <span>{t('warnings.km', { n: hundredths(approach.missKm) })}</span>
                <span>{t('warnings.kms', { n: tenths(approach.speedKms) })}</span>
              </span>,
              <Chance key="chance" approach={approach} campaign={campaign} />,
            ])}
          />
        </div>
      ) : (
        <Empty>{t('warnings.none')}</Empty>
      )}
      <p class="muted small">
        {t('warnings.scope', {
          satellites: found.satellites,
          objects: found.objects,
          together: found.together,
          hours: found.hours,
        })}
      </p>
      {found.weight > 1 && <p class="muted small">{t('warnings.thin', { n: found.weight })}</p>}
      <p class="muted small">{t('warnings.method')}</p>
    </>
  );
}

const hundredths = (x: number): number => Math.round(100 * x) / 100;
const tenths = (x: number): number => Math.round(10 * x) / 10;
/** Hours and minutes after the instant of the sky. */
const clock = (seconds: number): string =>
  `${Math.floor(seconds / 3600)}:${String(Math.floor((seconds % 3600) / 60)).padStart(2, '0')}`;

/** Both objects by name, the own one first; each leads to its place on the map. */
function Pair({ approach, sky }: { readonly approach: Approach; readonly sky: Sky }) {
  const { model } = useRoom();
  const view = useView();
  const show = (id: number) => {
    model.picked.value = id;
    model.stage.value = 'map';
    // On a small screen the map takes the panel's place.
    if (!matchMedia('(min-width: 900px)').matches) model.panel.value = 'map';
  };
  return (
    <span class="stack tight">
      {[approach.own, approach.other].map((id) => {
        const row = indexOf(sky.population, id);
        const seat = row < 0 ? null : sky.seatOf(row);
        const name = row < 0 ? t('object.n', { n: String(id) }) : objectName(view, sky, row);
        return (
          <button key={id} type="button" title={t('warnings.show')} onClick={() => show(id)}>
            <b>{name}</b> {id !== approach.own && <span>{seat ? seatName(view, seat) : t('object.owner.other')}</span>}
          </button>
        );
      })}
    </span>
  );
}

/** How likely a hit is, and whether the fleet would move away: by a mark and in words. */
function Chance({ approach, campaign }: { readonly approach: Approach; readonly campaign: boolean }) {
  const { probability, canMove, sizeEstimated } = approach;
  const usually = probability >= USUAL_PROBABILITY;
  const inCampaign = probability >= CAMPAIGN_PROBABILITY;
  const said = !inCampaign ? 'low' : !canMove ? 'stuck' : usually || campaign ? 'moves' : 'campaign';
  return (
    <span class="stack none">
      <span class="odds">
        {t('warnings.odds', {
          n: twoDigits(1 / Math.max(LEAST_SHOWN, probability)),
          least: probability < LEAST_SHOWN ? 'yes' : 'no',
          estimate: sizeEstimated ? 'yes' : 'no',
        })}
      </span>
      <span class={said === 'low' ? 'muted' : ''}>
        <span aria-hidden="true">{MARKS[said]} </span>
        {t(`warnings.answer.${said}`)}
      </span>
    </span>
  );
}
/** Rarer ones are not told apart. */
const LEAST_SHOWN = 1e-7;
const MARKS = { low: '○', stuck: '✕', campaign: '◐', moves: '●' } as const;

function twoDigits(x: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(x)) - 1);
  return Math.round(x / unit) * unit;
}

const hasCampaign = ({ own }: View): boolean =>
  Object.values(own?.drafts ?? {}).some((draft) => draft?.order.kind === 'manoeuvre');

/** What a campaign answers and costs, and what stays to pay without one; a button that drafts it. */
function Campaign({ found, drafted }: { readonly found: Found; readonly drafted: boolean }) {
  const { model } = useRoom();
  const { own } = useView();
  const card = own?.cards.find((c) => c.kind === 'manoeuvre');
  if (!own || !card) return null;
  const slot = own.drafts.p1 ? (own.drafts.p2 ? null : 'p2') : 'p1';
  const last = own.counters.at(-1);
  return (
    <section class="card stack">
      <h3>{t('warnings.answers')}</h3>
      <p class="small">
        {t('warnings.threshold', { usual: 1 / USUAL_PROBABILITY, campaign: 1 / CAMPAIGN_PROBABILITY })}
      </p>
      <p class="small">
        {t('warnings.bill', {
          cost: credits(card.costK),
          each: credits(found.billPer10PercentK),
          most: credits(found.billMostK),
        })}
      </p>
      {last && <p class="small">{t('warnings.last', { burns: last.burns, cost: credits(last.burnCostK) })}</p>}
      {drafted || slot === null ? (
        <p class="row">
          <span class={`badge ${drafted ? 'good' : ''}`}>{t(drafted ? 'orders.drafted' : 'warnings.full')}</span>
          <button type="button" class="button" onClick={() => (model.panel.value = 'orders')}>
            {t('panel.orders')}
          </button>
        </p>
      ) : (
        <Act
          look="primary"
          label={t('warnings.draft')}
          blocked={card.refusal}
          command={{ kind: 'draft-order', slot, order: { kind: 'manoeuvre', month: 1 } }}
        />
      )}
    </section>
  );
}
