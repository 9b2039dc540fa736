import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { DialView, InstrumentView, View } from '../../shared/game/view-shape.ts';
import type { Condition, Dial, DialValue, Package, Refusal, SeatId } from '../../shared/vocabulary/index.ts';
import { draftOf, draftValue, seatOf } from '../model.ts';
import { say, t, why } from '../text.ts';
import { ForecastButton } from './forecast.tsx';
import { Choice, Empty, PanelFrame, Select, Stepper } from './parts.tsx';
import { Act, Barred, Emblems, SeatTag, seatName, useAsk, useBarrier, useRoom, useView } from './room.tsx';
import { Explained } from './term.tsx';

/** A dial's value as a form's text: `null` is "no clause". */
const keyOf = (value: DialValue | undefined): string => (value === null ? 'none' : String(value));

/** The label of a value of a dial. */
export function valueLabel(view: View, dial: Dial, value: DialValue): string {
  const found = view.dials.find((d) => d.dial === dial)?.values.find((v) => v.value === value);
  return found ? say(found.label) : keyOf(value);
}

/** The text on the table: where everyone stands, what has been tabled, and a text of one's own. */
export function Paper() {
  const view = useView();
  const live = view.instruments.filter((i) => !GONE.has(i.status));
  const gone = view.instruments.filter((i) => GONE.has(i.status));
  return (
    <PanelFrame title={t('paper.title')} lead={t('paper.lead')}>
      <section class="stack">
        <h3>{t('paper.texts')}</h3>
        {live.length === 0 && <Empty>{t('paper.none')}</Empty>}
        {live.toReversed().map((text) => (
          <TextCard key={text.id} text={text} />
        ))}
        {gone.length > 0 && (
          <details>
            <summary>{t('paper.past', { n: gone.length })}</summary>
            <div class="stack">
              {gone.map((text) => (
                <TextCard key={text.id} text={text} />
              ))}
            </div>
          </details>
        )}
      </section>
      <section class="stack">
        <h3>{t('paper.positions')}</h3>
        <p class="muted small">{seatOf(view) ? t('paper.positions.note') : t('paper.positions.watch')}</p>
        <Barred kind="set-dial" />
        {view.dials.map((dial) => (
          <DialCard key={dial.dial} dial={dial} />
        ))}
      </section>
      {view.may.table && <TableOne />}
    </PanelFrame>
  );
}

const GONE = new Set<InstrumentView['status']>(['withdrawn', 'replaced', 'ended']);

/** One dial: its values as choices, and which seats stand at each. */
function DialCard({ dial }: { readonly dial: DialView }) {
  const { model, session } = useRoom();
  const view = useView();
  const seat = seatOf(view);
  const free = useBarrier('set-dial').kind === 'none';
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const mine = view.seats.find((s) => s.id === seat)?.positions[dial.dial];
  const at = (value: DialValue) => view.seats.filter((s) => s.positions[dial.dial] === value).map((s) => s.id);
  return (
    <fieldset class="stack tight">
      <legend class="label">{say(dial.label)}</legend>
      {dial.note && (
        <p class="muted small">
          <Explained text={say(dial.note)} />
        </p>
      )}
      <div class="dial-options">
        {dial.values.map(({ value, label }) => (
          <DialOption key={keyOf(value)} text={say(label)} at={at(value)}>
            {seat && (
              <input
                type="radio"
                name={`${model.code}.${dial.dial}`}
                checked={mine === value}
                disabled={!free}
                onChange={async () => setRefusal(await session.command({ kind: 'set-dial', dial: dial.dial, value }))}
              />
            )}
          </DialOption>
        ))}
      </div>
      {refusal && (
        <p class="reason no" role="alert">
          {why(refusal)}
        </p>
      )}
    </fieldset>
  );
}

/** A value of a dial with those who stand there; a label where it can be chosen. */
function DialOption(props: {
  readonly text: string;
  readonly at: readonly SeatId[];
  readonly children: ComponentChildren;
}) {
  const Tag = props.children ? 'label' : 'div';
  return (
    <Tag class="dial-option">
      {props.children}
      <span>{props.text}</span>
      <Emblems ids={props.at} />
    </Tag>
  );
}

/** A package as this seat would table it: what it chose here, else its own position, else the first value. */
function usePackage(): readonly [Package, (dial: Dial, value: DialValue) => void] {
  const { model } = useRoom();
  const view = useView();
  const chosen = draftValue<Partial<Record<Dial, DialValue>>>(model, 'package', {});
  const mine = view.seats.find((s) => s.id === seatOf(view))?.positions ?? {};
  const values: Partial<Record<Dial, DialValue>> = {};
  for (const dial of view.dials)
    values[dial.dial] = chosen[dial.dial] ?? mine[dial.dial] ?? chosen[dial.dial] ?? dial.values[0]?.value ?? null;
  for (const dial of view.dials) if (chosen[dial.dial] === null) values[dial.dial] = null;
  const set = (dial: Dial, value: DialValue) => {
    draftOf(model, 'package').value = JSON.stringify({ ...chosen, [dial]: value });
  };
  // Every dial of the scenario has a value now, which is what a package is.
  return [values as Package, set];
}

function TableOne() {
  const { model } = useRoom();
  const view = useView();
  const [values, set] = usePackage();
  const blocked = useAsk({ kind: 'table', values });
  return (
    <section class="card stack">
      <h3>{t('paper.table')}</h3>
      <p class="muted small">
        <Explained text={t('paper.table.note')} />
      </p>
      {view.dials.map((dial) => (
        <Select
          key={dial.dial}
          label={say(dial.label)}
          value={keyOf(values[dial.dial])}
          options={dial.values.map((v) => ({ value: keyOf(v.value), label: say(v.label) }))}
          onChange={(key) => {
            const found = dial.values.find((v) => keyOf(v.value) === key);
            if (found) set(dial.dial, found.value);
          }}
        />
      ))}
      <div class="row">
        <Act
          look="primary"
          label={t('paper.table.do')}
          command={{ kind: 'table', values }}
          blocked={blocked ?? null}
          onDone={() => {
            draftOf(model, 'package').value = '';
          }}
        />
        <ForecastButton text={values} />
      </div>
    </section>
  );
}

/** A tabled text: its sentences, who signs on what condition, and what this seat may do with it. */
function TextCard({ text }: { readonly text: InstrumentView }) {
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
            who: seatName(view, text.tabledBy),
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
                who: seatName(view, seat),
                dial: say(view.dials.find((d) => d.dial === block.dial)?.label ?? { key: block.dial }),
                value: valueLabel(view, block.dial, block.value),
              })}
            </p>
          ),
      )}
      {text.objections.length > 0 && (
        <p class="note warn">
          {t('paper.objections', { who: text.objections.map((s) => seatName(view, s)).join(', ') })}
        </p>
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
  return t('pledge.with', { who: condition.seats.map((s) => seatName(view, s)).join(', ') });
}

function TextActs({ text }: { readonly text: InstrumentView }) {
  const view = useView();
  const seat = seatOf(view);
  const pledged = seat ? text.pledges[seat] : undefined;
  const signed = text.signatures.some((s) => s.seat === seat);
  return (
    <div class="stack">
      {pledged ? (
        <Act label={t('pledge.undo')} command={{ kind: 'unpledge', instrument: text.id }} />
      ) : (
        !signed && view.may.pledge && <Pledge text={text} />
      )}
      <div class="row">
        <ForecastButton text={text.values} />
        {signed && (
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
      {text.values.road === 'copuos' && seat && <Consensus text={text} />}
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
    <div class="card flat stack">
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
    </div>
  );
}

/** What members of a consensus forum may do: block with one wish, object to competence, carry the text to the open road. */
function Consensus({ text }: { readonly text: InstrumentView }) {
  const view = useView();
  const clauses = view.dials.filter((d) => d.dial in text.values);
  const [dial, setDial] = useState<Dial>(clauses[0]?.dial ?? 'N01');
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
  const [dial, setDial] = useState<Dial>(view.dials[0]?.dial ?? 'N01');
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
