/** A tabled text as everybody reads it. */
import type { InstrumentView, View } from '../../../shared/game/view/view-shape.ts';
import type { Condition, SeatId } from '../../../shared/vocabulary/index.ts';
import { say, t } from '../../text.ts';
import { SeatTag, theSeat, theSeats, useView } from '../frame/room.tsx';
import { valueLabel } from './dials.ts';
import { TextActs } from './text-acts.tsx';

/** What a text is once nothing can be done with it. */
export const GONE = new Set<InstrumentView['status']>(['withdrawn', 'replaced', 'ended']);

/** A tabled text: its sentences, who signs on what condition, and what this seat may do with it. */
export function TextCard({ text }: { readonly text: InstrumentView }) {
  const view = useView();
  const { own } = view;
  const signed = new Set(text.signatures.map((s) => s.seat));
  const blocks = Object.entries(text.blocks);
  return (
    <article class="stack" aria-label={t('paper.text.n', { n: text.number })}>
      <div class="treaty">
        <div class="row apart">
          <h3>{t('paper.text.n', { n: text.number })}</h3>
          <span class="foot">{t(`status.${text.status}`)}</span>
        </div>
        {text.sentences.length === 0 ? (
          <p>{t('paper.text.empty')}</p>
        ) : (
          <ol>
            {text.sentences.map((s) => (
              <li key={s.dial}>
                <span>{say(s.words)}</span>
              </li>
            ))}
          </ol>
        )}
        <p class="foot">
          {t('paper.text.foot', {
            who: theSeat(view, text.tabledBy),
            turn: text.tabledTurn,
            lead: valueLabel(view, 'lead', text.values.lead),
            road: valueLabel(view, 'road', text.values.road),
          })}
        </p>
      </div>
      <p class="note">{t('paper.needs', { have: signed.size, would: text.wouldSign.length, needs: text.needs })}</p>
      {own?.pivotal.includes(text.id) && <p class="note good">{t('paper.pivotal')}</p>}
      {own?.withText[text.id] !== undefined && (
        <p class="small">
          {t('paper.worth', { with: Math.round(own.withText[text.id] ?? 0), now: Math.round(own.ownNow) })}
        </p>
      )}
      <Seals text={text} signed={signed} />
      {blocks.map(
        ([seat, block]) =>
          block && (
            <p key={seat} class="note bad">
              {t('paper.blocked', {
                who: theSeat(view, seat),
                dial: say(view.dials.find((d) => d.dial === block.dial)?.label ?? { key: block.dial }),
                value: valueLabel(view, block.dial, block.value),
              })}
            </p>
          ),
      )}
      {text.objections.length > 0 && (
        <p class="note warn">{t('paper.objections', { who: theSeats(view, text.objections) })}</p>
      )}
      {!GONE.has(text.status) && <TextActs text={text} />}
    </article>
  );
}

function Seals({ text, signed }: { readonly text: InstrumentView; readonly signed: ReadonlySet<SeatId> }) {
  const view = useView();
  const pledged = Object.entries(text.pledges).filter(([seat]) => !signed.has(seat));
  if (signed.size === 0 && pledged.length === 0) return null;
  return (
    <ul class="seals">
      {text.signatures.map((s) => (
        <li key={s.seat}>
          <SeatTag id={s.seat} />
          <span class="badge good">{t('paper.signed', { turn: s.turn })}</span>
          {s.seat in text.notices && <span class="badge warn">{t('paper.leaving')}</span>}
        </li>
      ))}
      {pledged.map(([seat, condition]) => (
        <li key={seat}>
          <SeatTag id={seat} />
          <span class="badge">{conditionText(view, condition)}</span>
          {text.wouldSign.includes(seat) && <span class="badge good">{t('paper.met')}</span>}
        </li>
      ))}
    </ul>
  );
}

function conditionText(view: View, condition: Condition | undefined): string {
  if (!condition || condition.kind === 'none') return t('pledge.none');
  if (condition.kind === 'at-least') return t('pledge.at-least', { n: condition.count });
  return t('pledge.with', { n: condition.seats.length, who: theSeats(view, condition.seats) });
}
