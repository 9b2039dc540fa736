/** What a seat may do with a tabled text. */
import { useState } from 'preact/hooks';
import type { Dial } from '../../../shared/clauses/text.ts';
import type { InstrumentView } from '../../../shared/game/view/view-shape.ts';
import type { Condition } from '../../../shared/vocabulary/index.ts';
import { draftOf, draftValue, seatOf } from '../../model.ts';
import { say, t } from '../../text.ts';
import { Act, SeatTag, useAsk, useRoom, useView } from '../frame/room.tsx';
import { HeardBy } from '../parts/heard.tsx';
import { Choice, Select, Stepper } from '../parts/inputs.tsx';
import { Explained } from '../parts/term.tsx';
import { keyOf } from './dials.ts';
import { ForecastButton } from './forecast.tsx';

/** Promise and forecast, notice, withdrawal, and what the road and the pen allow. */
export function TextActs({ text }: { readonly text: InstrumentView }) {
  const view = useView();
  const seat = seatOf(view);
  const pledged = seat ? text.pledges[seat] : undefined;
  const signed = text.signatures.some((s) => s.seat === seat);
  const canUnsign = view.own?.canUnsign.includes(text.id);
  const leaving = seat !== null && seat in text.notices;
  return (
    <div class="stack">
      {pledged ? (
        <Act label={t('pledge.undo')} command={{ kind: 'unpledge', instrument: text.id }} />
      ) : (
        !signed && view.may.pledge && <Pledge text={text} />
      )}
      <div class="row">
        <ForecastButton text={text.values} />
        {seat && text.blocks[seat] && (
          <Act label={t('consensus.unblock')} command={{ kind: 'unpledge', instrument: text.id }} />
        )}
        {canUnsign && <Act label={t('pledge.unsign')} command={{ kind: 'unpledge', instrument: text.id }} />}
        {leaving && <Act label={t('paper.notice.undo')} command={{ kind: 'unpledge', instrument: text.id }} />}
        {signed && !canUnsign && !leaving && (
          <Act
            look="grave"
            label={t('paper.notice')}
            confirm={{ title: t('paper.notice'), text: t('paper.notice.sure') }}
            command={{ kind: 'give-notice', instrument: text.id }}
          />
        )}
        {text.tabledBy === seat && (
          <Act label={t('paper.withdraw')} command={{ kind: 'withdraw-text', instrument: text.id }} />
        )}
      </div>
      {text.stoppable && seat && <Consensus text={text} />}
      {text.values.lead === seat && !text.penUsed && <Pen text={text} />}
    </div>
  );
}

function Pledge({ text }: { readonly text: InstrumentView }) {
  const { model } = useRoom();
  const view = useView();
  const others = view.seats.map((s) => s.id).filter((id) => id !== seatOf(view));
  const field = `pledge.${text.id}`;
  const condition = draftValue<Condition>(model, field, { kind: 'none' });
  const set = (next: Condition) => {
    draftOf(model, field).value = JSON.stringify(next);
  };
  return (
    <div class="card flat stack" data-until="pledged" tabIndex={-1}>
      <Choice
        label={t('pledge.label')}
        value={condition.kind}
        options={[
          { value: 'none', label: t('pledge.none') },
          { value: 'at-least', label: t('pledge.at-least.choose') },
          { value: 'with', label: t('pledge.with.choose') },
        ]}
        onChange={(kind) =>
          set(
            kind === 'none'
              ? { kind: 'none' }
              : kind === 'at-least'
                ? { kind: 'at-least', count: Math.max(1, text.needs - 1) }
                : { kind: 'with', seats: [] },
          )
        }
      />
      {condition.kind === 'at-least' && (
        <Stepper
          label={t('pledge.others')}
          value={condition.count}
          min={1}
          max={others.length}
          onChange={(count) => set({ kind: 'at-least', count })}
        />
      )}
      {condition.kind === 'with' && (
        <fieldset class="field">
          <legend class="label">{t('pledge.who')}</legend>
          {others.map((id) => (
            <label key={id} class="check">
              <input
                type="checkbox"
                checked={condition.seats.includes(id)}
                onChange={(event) =>
                  set({
                    kind: 'with',
                    seats: event.currentTarget.checked
                      ? [...condition.seats, id]
                      : condition.seats.filter((s) => s !== id),
                  })
                }
              />
              <SeatTag id={id} />
            </label>
          ))}
        </fieldset>
      )}
      <Act look="primary" label={t('pledge.do')} command={{ kind: 'pledge', instrument: text.id, condition }} />
      <p class="muted small">{t('pledge.note')}</p>
      <HeardBy of={{ kind: 'pledge' }} />
    </div>
  );
}

/** What members of a consensus forum may do: block with one wish, object to competence, carry the text to the open road. */
function Consensus({ text }: { readonly text: InstrumentView }) {
  const view = useView();
  const clauses = view.dials.filter((d) => d.dial in text.values);
  const [dial, setDial] = useState<Dial>(clauses[0]!.dial);
  const values = clauses.find((d) => d.dial === dial)?.values ?? [];
  const wishes = values.filter((v) => v.value !== text.values[dial]);
  const [wish, setWish] = useState<string>('');
  const value = (wishes.find((v) => keyOf(v.value) === wish) ?? wishes[0])?.value ?? null;
  return (
    <details>
      <summary>{t('consensus.title')}</summary>
      <div class="card flat stack">
        <p class="small">
          <Explained text={t('consensus.note')} />
        </p>
        <Select
          label={t('consensus.dial')}
          value={dial}
          options={clauses.map((d) => ({ value: d.dial, label: say(d.label) }))}
          onChange={setDial}
        />
        <Select
          label={t('consensus.value')}
          value={keyOf(value)}
          options={wishes.map((v) => ({ value: keyOf(v.value), label: say(v.label) }))}
          onChange={setWish}
        />
        <div class="row">
          <Act
            look="grave"
            label={t('consensus.block')}
            confirm={{ title: t('consensus.block'), text: t('consensus.block.sure') }}
            command={{ kind: 'block', instrument: text.id, dial, value }}
          />
          <Act label={t('consensus.object')} command={{ kind: 'object', instrument: text.id }} />
          <Act label={t('consensus.carry')} command={{ kind: 'carry', instrument: text.id }} />
        </div>
      </div>
    </details>
  );
}

/** The lead's pen: one dial of the text, set once. */
function Pen({ text }: { readonly text: InstrumentView }) {
  const view = useView();
  const [dial, setDial] = useState<Dial>(view.dials[0]!.dial);
  const values = (view.dials.find((d) => d.dial === dial)?.values ?? []).filter((v) => v.value !== text.values[dial]);
  const [chosen, setChosen] = useState('');
  const value = (values.find((v) => keyOf(v.value) === chosen) ?? values[0])?.value ?? null;
  const blocked = useAsk({ kind: 'use-pen', instrument: text.id, dial, value });
  if (!view.may['use-pen']) return null;
  return (
    <details>
      <summary>{t('pen.title')}</summary>
      <div class="card flat stack">
        <p class="small">
          <Explained text={t('pen.note')} />
        </p>
        <Select
          label={t('pen.dial')}
          value={dial}
          options={view.dials.map((d) => ({ value: d.dial, label: say(d.label) }))}
          onChange={setDial}
        />
        <Select
          label={t('pen.value')}
          value={keyOf(value)}
          options={values.map((v) => ({ value: keyOf(v.value), label: say(v.label) }))}
          onChange={setChosen}
        />
        <Act
          look="primary"
          label={t('pen.do')}
          blocked={blocked ?? null}
          command={{ kind: 'use-pen', instrument: text.id, dial, value }}
        />
      </div>
    </details>
  );
}
