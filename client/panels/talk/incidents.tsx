import { useState } from 'preact/hooks';
import { ANOTHER, type Evidence, type Incident, type Picture, type Statement } from '../../../shared/game/incident.ts';
import type { Reading } from '../../../shared/game/sight/reading.ts';
import type { View } from '../../../shared/game/view/view-shape.ts';
import { FIRST_CAUSAL_ID } from '../../../shared/orbits/table/chance.ts';
import { BREAKUP_CAUSES, type BreakupCause, type Refusal, type SeatId } from '../../../shared/vocabulary/index.ts';
import { seatOf } from '../../model.ts';
import { say, t, why } from '../../text.ts';
import { Act, Barred, SeatTag, seatName, theSeat, theSeats, useAsk, useBarrier, useView } from '../frame/room.tsx';
import { Choice, DataTable, Empty, PanelFrame, percent, ScaleRow, Select } from '../parts/parts.tsx';

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

/** A name that a reading gives: a delegation of this table, or somebody else. */
const nameText = (view: View, name: string): string => (name === ANOTHER ? t('evidence.another') : theSeat(view, name));

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

/** What several delegations have published, side by side: causes, and whom each holds likeliest. */
function EvidenceTable({ published }: { readonly published: readonly Evidence[] }) {
  const view = useView();
  const likeliest = ({ who }: Evidence): string =>
    who ? `${nameText(view, who.named)} ${percent(who.belief[who.named]!)}` : t('evidence.nobody');
  return (
    <DataTable
      caption={t('evidence.table')}
      hideCaption
      stacks
      head={[t('seats.seat'), ...BREAKUP_CAUSES.map((cause) => t(`cause.${cause}`)), t('evidence.likeliest')]}
      numbers={BREAKUP_CAUSES.map((_, i) => i + 1)}
      rows={published.map((e) => [
        <SeatTag key={e.id} id={e.holder} />,
        ...BREAKUP_CAUSES.map((cause) => percent(e.cause.belief[cause] ?? 0)),
        likeliest(e),
      ])}
    />
  );
}

/** What one seat's sensors say, or what it knows by its own file. */
function EvidenceCard({ evidence, own }: { readonly evidence: Evidence; readonly own: boolean }) {
  const view = useView();
  const others = view.seats.filter((s) => s.id !== evidence.holder && !evidence.sharedWith.includes(s.id));
  const [to, setTo] = useState<SeatId | null>(null);
  const reader = others.find((s) => s.id === to)?.id ?? others[0]?.id;
  const who = theSeat(view, evidence.holder);
  const title = evidence.file
    ? own
      ? t('evidence.file.own')
      : t('evidence.file.of', { who })
    : own
      ? t('evidence.own')
      : t('evidence.of', { who });
  return (
    <section class="card flat stack">
      <div class="row apart">
        <h4>{title}</h4>
        {evidence.published && <span class="badge">{t('evidence.published')}</span>}
      </div>
      {evidence.file ? <FileText evidence={evidence} own={own} /> : <ReadingText evidence={evidence} />}
      {evidence.sharedWith.length > 0 && own && (
        <p class="muted small">{t('evidence.shared', { who: theSeats(view, evidence.sharedWith) })}</p>
      )}
      {own && !evidence.published && (
        <>
          {reader && (
            <Select
              label={t('evidence.share.with')}
              value={reader}
              options={others.map((s) => ({ value: s.id, label: say(s.name) }))}
              onChange={setTo}
            />
          )}
          <Barred kind="publish-evidence" />
          <div class="row">
            {reader && (
              <Act
                quiet
                label={t('evidence.share')}
                command={{ kind: 'share-evidence', evidence: evidence.id, to: reader }}
              />
            )}
            <Act
              quiet
              label={t('evidence.publish')}
              confirm={{ title: t('evidence.publish'), text: t('evidence.publish.sure') }}
              command={{ kind: 'publish-evidence', evidence: evidence.id }}
            />
          </div>
        </>
      )}
    </section>
  );
}

/** What was seen, in words, and how far to believe it. */
function ReadingText({ evidence: { symptom, cause, who, bases } }: { readonly evidence: Evidence }) {
  const view = useView();
  const bars = ({ belief }: Reading, label: (name: string) => string, tone?: 'warn') => (
    <div class="bars">
      {Object.entries(belief).map(([name, share]) => (
        <ScaleRow key={name} label={label(name)} value={percent(share)} share={share} {...(tone ? { tone } : {})} />
      ))}
    </div>
  );
  const several = ({ belief }: Reading): boolean => Object.keys(belief).length > 1;
  return (
    <>
      <p>{t(`evidence.said.${symptom}.${cause.named}`)}</p>
      {several(cause) && bars(cause, (name) => t(`cause.${name}`))}
      {several(cause) && <p class="muted small">{t('evidence.error', { error: percent(cause.error), bases })}</p>}
      {who && several(who) && (
        <>
          <h4>{t('evidence.attribution')}</h4>
          {bars(who, (name) => (name === ANOTHER ? t('evidence.another') : seatName(view, name)), 'warn')}
          <p class="muted small">{t('evidence.error', { error: percent(who.error), bases })}</p>
        </>
      )}
    </>
  );
}

/** What a seat knows for certain of its own object or act; to itself also what that means. */
function FileText({ evidence, own }: { readonly evidence: Evidence; readonly own: boolean }) {
  const view = useView();
  const incident = view.incidents.find((i) => i.id === evidence.incident);
  const { named } = evidence.cause;
  const untold = named === 'intercept' && incident !== undefined && incident.loud?.by !== evidence.holder;
  return (
    <>
      <p>{t(own ? `evidence.file.mine.${named}` : `evidence.file.${named}`)}</p>
      {own && evidence.who === null && !evidence.published && !incident?.settled && (
        <p class="small">{t('evidence.file.clears', { points: view.clearedStanding })}</p>
      )}
      {own && untold && !evidence.published && <p class="small">{t('evidence.file.untold')}</p>}
    </>
  );
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
