/** Evidence as its holder and the room see it. */
import { useState } from 'preact/hooks';
import { ANOTHER, type Evidence } from '../../../shared/game/incident.ts';
import type { Reading } from '../../../shared/game/sight/reading.ts';
import type { View } from '../../../shared/game/view/view-shape.ts';
import { BREAKUP_CAUSES, type SeatId } from '../../../shared/vocabulary/index.ts';
import { say, t } from '../../text.ts';
import { Act, Barred, SeatTag, seatName, theSeat, theSeats, useView } from '../frame/room.tsx';
import { HeardBy } from '../parts/heard.tsx';
import { Select } from '../parts/inputs.tsx';
import { DataTable, percent, ScaleRow } from '../parts/parts.tsx';

/** A name that a reading gives: a delegation of this table, or somebody else. */
export const nameText = (view: View, name: string): string =>
  name === ANOTHER ? t('evidence.another') : theSeat(view, name);

/** What several delegations have published, side by side: causes, and whom each holds likeliest. */
export function EvidenceTable({ published }: { readonly published: readonly Evidence[] }) {
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
export function EvidenceCard({ evidence, own }: { readonly evidence: Evidence; readonly own: boolean }) {
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
          {reader && <HeardBy of={{ kind: 'share-evidence', to: reader }} />}
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
