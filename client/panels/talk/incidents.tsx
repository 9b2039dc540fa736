import { useState } from 'preact/hooks';
import type { Incident, Picture, Statement } from '../../../shared/game/incident.ts';
import type { View } from '../../../shared/game/view/view-shape.ts';
import { FIRST_CAUSAL_ID } from '../../../shared/orbits/table/chance.ts';
import { BREAKUP_CAUSES, type BreakupCause, type Refusal, type SeatId } from '../../../shared/vocabulary/index.ts';
import { seatOf } from '../../model.ts';
import { say, t, why } from '../../text.ts';
import { Act, Barred, SeatTag, seatName, theSeat, useAsk, useBarrier, useView } from '../frame/room.tsx';
import { HeardBy } from '../parts/heard.tsx';
import { Choice, Select } from '../parts/inputs.tsx';
import { Empty, PanelFrame, percent } from '../parts/parts.tsx';
import { EvidenceCard, EvidenceTable, nameText } from './evidence.tsx';

/** Break-ups that everyone knows of, what was said about them, and what one's own sensors say. */
export function Incidents() {
  const view = useView();
  return (
    <PanelFrame title={t('evidence.title')} lead={t('evidence.lead')}>
      {view.incidents.length === 0 && <Empty>{t('evidence.none')}</Empty>}
      {view.incidents.toReversed().map((incident) => (
        <IncidentCard key={incident.id} incident={incident} />
      ))}
      {view.findings.length > 0 && (
        <section class="stack">
          <h3>{t('evidence.findings')}</h3>
          <ul class="stack small">
            {view.findings.map((f) => (
              <li key={f.id} class="card flat">
                {t(f.clause ? 'evidence.finding' : 'evidence.finding.cause', {
                  turn: f.turn,
                  who: f.party ? seatName(view, f.party) : t('evidence.nobody'),
                  verdict: t(`verdict.${f.verdict}`),
                  clause: f.clause ? t(`dial.${f.clause}`) : '',
                  cause: f.cause ? t(`cause.${f.cause}`) : '',
                  confidence: percent(f.confidence),
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </PanelFrame>
  );
}

function IncidentCard({ incident }: { readonly incident: Incident }) {
  const view = useView();
  const seat = seatOf(view);
  const held = view.own?.evidence ?? view.desk?.evidence ?? [];
  const mine = held.filter((e) => e.incident === incident.id);
  const published = view.publishedEvidence.filter(
    (e) => e.incident === incident.id && !mine.some((own) => own.id === e.id),
  );
  return (
    <article class="card stack">
      <div class="row apart">
        <h3>{t('incident.title', { turn: incident.turn, month: incident.month })}</h3>
        {incident.settled ? (
          <span class="badge good">{t('incident.settled', { cause: t(`cause.${incident.settled}`) })}</span>
        ) : (
          <span class="badge warn">{t('incident.open')}</span>
        )}
      </div>
      <p>
        {t('incident.what', {
          owner: ownerText(view, incident),
          km: Math.round(incident.altitudeKm),
          pieces: incident.trackedPublic,
        })}
      </p>
      {incident.loud && (
        <p class="note bad">
          {incident.loud.cause === 'intercept'
            ? t('incident.loud', {
                cause: t(`cause.${incident.loud.cause}`),
                who: incident.loud.by ? theSeat(view, incident.loud.by) : t('incident.unknown'),
              })
            : t('incident.loud.cause', { cause: t(`cause.${incident.loud.cause}`) })}
        </p>
      )}
      {incident.statements.length > 0 && (
        <ul class="stack tight small">
          {incident.statements.map((s) => (
            <li key={`${s.seat} ${s.kind} ${s.turn}`} class="row said">
              <SeatTag id={s.seat} />
              <span>{statementText(view, s)}</span>
            </li>
          ))}
        </ul>
      )}
      {!isPlain(incident) && mine.map((e) => <EvidenceCard key={e.id} evidence={e} own={e.holder === seat} />)}
      <Together incident={incident} known={mine.some((e) => e.file && e.holder === seat)} />
      {seat && <IncidentActs incident={incident} />}
      {isPlain(incident) ? null : published.length > 1 ? (
        <details open={!incident.settled}>
          <summary>{t('evidence.others', { n: published.length })}</summary>
          <EvidenceTable published={published} />
        </details>
      ) : (
        published.map((e) => <EvidenceCard key={e.id} evidence={e} own={false} />)
      )}
    </article>
  );
}

/** Whose the object is; one that was launched for a test is its maker's secret. */
const ownerText = (view: View, { owner, object }: Incident): string =>
  owner ? theSeat(view, owner) : t(object < FIRST_CAUSAL_ID ? 'incident.no-owner' : 'incident.owner-unknown');

/** Readings read as one: what all that one holds says, and what all that is published would prove. */
function Together({ incident, known }: { readonly incident: Incident; readonly known: boolean }) {
  const view = useView();
  const held = view.own?.heldTogether[incident.id];
  const published = view.publishedTogether[incident.id];
  if (isPlain(incident)) return null;
  const told = ({ cause, confidence, party, partyConfidence, proof }: Picture) => ({
    cause: t(`cause.${cause}`),
    share: percent(confidence),
    named: party && partyConfidence < 1 ? 'yes' : 'no',
    who: party ? nameText(view, party) : '',
    sure: percent(partyConfidence),
    proof: percent(proof),
  });
  // What is told to be wrong at times is what is left to read: the cause, or of a plain one its maker.
  const rule = ({ causes, error, whoError, bases }: Picture) =>
    t('evidence.error', { error: percent(Object.keys(causes).length > 1 ? error : whoError), bases });
  return (
    <>
      {held && !known && (
        <p class="small">
          {t('evidence.held', told(held))} <span class="muted">{rule(held)}</span>
        </p>
      )}
      {published && (
        <p class="small">
          {t('evidence.together', told(published))}{' '}
          {t('evidence.proof', {
            proved: published.proof >= view.provedAt ? 'yes' : 'no',
            at: percent(view.provedAt),
          })}
        </p>
      )}
    </>
  );
}

/** Whether everybody saw what it was and whose: nothing is left to read. */
const isPlain = ({ settled, loud }: Incident): boolean => settled !== null && loud !== null && loud.by !== null;

function statementText(view: View, s: Statement): string {
  if (s.kind === 'admit' && s.late) return t('statement.admit.late');
  if (s.kind !== 'accuse') return t(`statement.${s.kind}`);
  const right = s.right === null ? '' : ` ${s.right ? t('statement.right') : t('statement.wrong')}`;
  return t('statement.accuse', { cause: t(`cause.${s.cause}`), of: theSeat(view, s.of) }) + right;
}

function IncidentActs({ incident }: { readonly incident: Incident }) {
  const view = useView();
  const seat = seatOf(view);
  const others = view.seats.filter((s) => s.id !== seat);
  const [cause, setCause] = useState<BreakupCause>('explosion');
  const [of, setOf] = useState<SeatId>(
    incident.owner && incident.owner !== seat ? incident.owner : (others[0]?.id ?? ''),
  );
  const accuse = { kind: 'accuse', incident: incident.id, cause, of } as const;
  const blocked = useAsk(accuse);
  const admit = { kind: 'state-incident', incident: incident.id, say: 'admit' } as const;
  const deny = { kind: 'state-incident', incident: incident.id, say: 'deny' } as const;
  const consult = { kind: 'state-incident', incident: incident.id, say: 'consult' } as const;
  const sayings = view.own?.sayings[incident.id];
  // What is not the seat's to say, or has been said, needs no button; what cannot be said any more is grey, with the reason.
  const shown = (no: Refusal | null | undefined): boolean =>
    no === null || (no !== undefined && !['not-the-owner', 'own-seat', 'already-said'].includes(no.code));
  const cleared = sayings?.admit?.code === 'nothing-to-admit';
  const consulted = incident.statements.some((s) => s.seat === seat && s.kind === 'consult');
  // What stands before all of these is said once.
  if (useBarrier('state-incident').kind === 'refused') return <Barred kind="state-incident" />;
  return (
    <div class="stack" data-until="stated" tabIndex={-1}>
      <div class="row">
        {sayings && shown(sayings.admit) && !cleared && (
          <Act
            quiet
            stays
            label={t('incident.admit')}
            blocked={sayings.admit}
            confirm={{
              title: t('incident.admit'),
              text: t(sayings.admit ? 'incident.admit.sure.late' : 'incident.admit.sure'),
            }}
            command={admit}
          />
        )}
        {sayings && shown(sayings.deny) && (
          <Act quiet label={t('incident.deny')} blocked={sayings.deny} command={deny} />
        )}
        {sayings?.deny && shown(sayings.deny) && <span class="reason">{why(sayings.deny)}</span>}
        {consulted && <span class="badge good">{t('incident.consulted')}</span>}
        {sayings && shown(sayings.consult) && <Act label={t('incident.consult')} command={consult} />}
      </div>
      <details>
        <summary>{t('incident.accuse')}</summary>
        <div class="card flat stack">
          <p class="small">{t('incident.accuse.note')}</p>
          <HeardBy of={accuse} />
          <Choice
            label={t('incident.cause')}
            value={cause}
            options={BREAKUP_CAUSES.map((c) => ({ value: c, label: t(`cause.${c}`) }))}
            onChange={setCause}
          />
          <Select
            label={t('incident.of')}
            value={of}
            options={others.map((s) => ({ value: s.id, label: say(s.name) }))}
            onChange={setOf}
          />
          <Act
            look="grave"
            label={t('incident.accuse.do')}
            blocked={blocked ?? null}
            confirm={{ title: t('incident.accuse.do'), text: t('incident.accuse.sure') }}
            command={accuse}
          />
        </div>
      </details>
    </div>
  );
}
