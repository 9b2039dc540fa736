/** The hour on the facilitator's desk: on time or late, the cue card of this step, and the whole plan. */
import type { PlanRow } from '../../../shared/game/time/plan.ts';
import type { View } from '../../../shared/game/view/view-shape.ts';
import type { PhaseName } from '../../../shared/vocabulary/index.ts';
import { say, t } from '../../text.ts';
import { newsText } from '../frame/news.tsx';
import { Act, useRoom, useView } from '../frame/room.tsx';
import { clockText, DataTable } from '../parts/parts.tsx';

/** Nearer to the plan than this counts as on time, ms. */
const ON_TIME_MS = 30_000;

/** What a step of the plan is called. */
export const stepName = (row: PlanRow): string =>
  row.turn === null ? t(`plan.step.${row.id}`) : t('turn.n', { n: row.turn });

/** Milliseconds since the session began; null before. */
const elapsedMs = ({ clock }: View, now: number): number | null =>
  clock.sessionStartedAt === null ? null : Math.max(0, now - clock.sessionStartedAt);

/** The step of the plan that a game is in, by what happens and not by the clock; in the lobby by the clock. */
export function currentStep(view: View, now: number): PlanRow | null {
  const { clock, desk, revealed } = view;
  const rows = desk?.plan ?? [];
  if (clock.phase === 'lobby') {
    const elapsed = elapsedMs(view, now);
    const before = rows.slice(
      0,
      rows.findIndex((row) => row.turn !== null),
    );
    if (elapsed === null) return before[0] ?? null;
    return before.find((row) => elapsed < row.toS * 1000) ?? before.at(-1) ?? null;
  }
  if (clock.phase === 'epilogue') return rows.find((row) => row.id === 'epilogue') ?? null;
  if (clock.phase === 'debrief' || clock.phase === 'closed') {
    const last = revealed.at(-1);
    const after = rows.filter((row) => row.steps.length > 0);
    return (last ? after.find((row) => row.steps.includes(last)) : after[0]) ?? null;
  }
  return rows.find((row) => row.turn === clock.turn) ?? null;
}

/** How late the debrief would begin, or its step ends, if all goes on as planned, ms; negative: time in hand. */
export function latenessMs(view: View, now: number): number | null {
  const { clock, desk } = view;
  if (!desk || desk.debriefDueAt === null || clock.sessionStartedAt === null || clock.phase === 'closed') return null;
  if (clock.phase === 'debrief') {
    const step = currentStep(view, now);
    return step ? Math.max(0, now - clock.sessionStartedAt - step.toS * 1000) : null;
  }
  const rest = desk.playLeftS * 1000;
  // In the lobby play begins as planned, or now if that is over.
  const end =
    clock.phase === 'lobby'
      ? Math.max(now, desk.debriefDueAt - rest)
      : (clock.endsAt ?? now + (clock.pausedLeftMs ?? 0));
  return end + rest - desk.debriefDueAt;
}

/** Session clock, on time or late, what to do about it. */
export function SessionClock() {
  const { model } = useRoom();
  const view = useView();
  const now = model.now.value;
  const late = latenessMs(view, now);
  const elapsed = elapsedMs(view, now);
  return (
    <div class="stack tight">
      {elapsed === null ? (
        view.clock.phase !== 'lobby' && <p class="muted small">{t('plan.begin.note')}</p>
      ) : (
        <p class="row">
          <span>{t('plan.clock', { time: clockText(elapsed) })}</span>
          {late !== null && <Lateness late={late} />}
        </p>
      )}
      {late !== null && late >= ON_TIME_MS && view.clock.phase !== 'debrief' && (
        <p class="small">{t('plan.late.help')}</p>
      )}
      {view.clock.phase === 'lobby' && (
        <div class="row">
          <Act
            quiet
            look={elapsed === null ? 'primary' : 'usual'}
            label={elapsed === null ? t('plan.begin') : t('plan.begin.again')}
            command={{ kind: 'begin-session' }}
          />
        </div>
      )}
    </div>
  );
}

function Lateness({ late }: { readonly late: number }) {
  if (Math.abs(late) < ON_TIME_MS) return <span class="badge good">{t('plan.on-time')}</span>;
  return late > 0 ? (
    <span class="badge bad">{t('plan.late', { time: clockText(late) })}</span>
  ) : (
    <span class="badge">{t('plan.early', { time: clockText(-late) })}</span>
  );
}

type CuePart = 'do' | 'read' | 'say' | 'watch' | 'ask' | 'events';
const WHOLE: readonly CuePart[] = ['do', 'say', 'watch', 'ask', 'events'];
/** What of a turn's card is of use in each of its phases. */
const IN_PHASE: Readonly<Partial<Record<PhaseName, readonly CuePart[]>>> = {
  briefing: ['do', 'read'],
  negotiation: ['do', 'say', 'watch', 'ask'],
  seal: ['do'],
  resolution: ['do'],
};

/**
 * What to do, to say and to watch for in a step; for a turn also what to ask and what comes by itself. `now`: of a turn only what
 * its present phase needs.
 */
export function Cue({ row, now }: { readonly row: PlanRow; readonly now?: boolean }) {
  const { model } = useRoom();
  const { desk, clock, news } = useView();
  const id = row.turn === null ? row.id : 'turn';
  const inPhase = now && row.turn !== null ? IN_PHASE[clock.phase] : undefined;
  const shown = inPhase ?? WHOLE;
  // What the turn has begun with, for everybody.
  const cards = news.filter(
    (n) => shown.includes('read') && n.turn === row.turn && n.month === 0 && n.to === null && !n.withdrawn,
  );
  const ask = row.turn === null || !shown.includes('ask') ? undefined : desk?.asks[row.turn - 1];
  const events = (desk?.injects ?? []).filter((inject) => shown.includes('events') && inject.planned === row.turn);
  return (
    <dl class="cue">
      {(['do', 'say', 'watch'] as const)
        .filter((part) => shown.includes(part))
        .map((part) => (
          <div key={part}>
            <dt>{t(`cue.${part}`)}</dt>
            <dd>{part === 'do' && inPhase ? t(`cue.phase.${clock.phase}`) : t(`cue.${id}.${part}`)}</dd>
          </div>
        ))}
      {cards.length > 0 && (
        <div>
          <dt>{t('cue.read')}</dt>
          <dd class="stack tight">
            {cards.map((card) => (
              <p key={card.id}>{newsText(model, card)}</p>
            ))}
          </dd>
        </div>
      )}
      {ask && (
        <div>
          <dt>{t('cue.ask')}</dt>
          <dd>{say(ask)}</dd>
        </div>
      )}
      {row.id === 'rules' && (
        <div>
          <dt>{t('print.rules')}</dt>
          <dd class="stack tight">
            {desk?.rules.map((rule) => (
              <p key={rule.key}>{say(rule)}</p>
            ))}
          </dd>
        </div>
      )}
      {events.length > 0 && (
        <div>
          <dt>{t('cue.events')}</dt>
          <dd>{events.map((inject) => say(inject.words)).join(' · ')}</dd>
        </div>
      )}
    </dl>
  );
}

/** The cue card of this step, what comes next, and the plan as a table. */
export function Script() {
  const { model } = useRoom();
  const view = useView();
  const rows = view.desk?.plan ?? [];
  const step = currentStep(view, model.now.value);
  if (!step) return null;
  const next = rows[rows.indexOf(step) + 1];
  return (
    <section class="card gold stack">
      <h3>{t('plan.now', { step: stepName(step) })}</h3>
      <Cue row={step} now />
      {next && (
        <p class="muted small">{t('plan.next', { time: clockText(next.fromS * 1000), step: stepName(next) })}</p>
      )}
      <details>
        <summary>{t('plan.table')}</summary>
        <PlanTable rows={rows} />
      </details>
    </section>
  );
}

/** The plan from minute to minute. */
export const PlanTable = ({ rows }: { readonly rows: readonly PlanRow[] }) => (
  <DataTable
    caption={t('plan.title')}
    hideCaption
    head={[t('plan.from'), t('plan.to'), t('plan.step')]}
    numbers={[0, 1]}
    rows={rows.map((row) => [clockText(row.fromS * 1000), clockText(row.toS * 1000), stepName(row)])}
  />
);
