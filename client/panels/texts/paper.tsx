import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Dial, DialValue, Package } from '../../../shared/clauses/text.ts';
import type { DialView, PaperChange, View } from '../../../shared/game/view/view-shape.ts';
import type { Refusal, SeatId } from '../../../shared/vocabulary/index.ts';
import { draftOf, draftValue, seatOf } from '../../model.ts';
import { say, t, why } from '../../text.ts';
import {
  Act,
  Barred,
  Emblems,
  seatName,
  theSeat,
  theSeats,
  useAsk,
  useBarrier,
  useRoom,
  useView,
} from '../frame/room.tsx';
import { HeardBy } from '../parts/heard.tsx';
import { Select } from '../parts/inputs.tsx';
import { Empty, PanelFrame, Refused } from '../parts/parts.tsx';
import { useSteady } from '../parts/steady.ts';
import { Explained } from '../parts/term.tsx';
import { keyOf, valueLabel } from './dials.ts';
import { ForecastButton } from './forecast.tsx';
import { GONE, TextCard } from './text-card.tsx';

/** The text on the table: where everyone stands, what has been tabled, and a text of one's own. */
export function Paper() {
  const view = useView();
  const live = view.instruments.filter((i) => !GONE.has(i.status));
  const gone = view.instruments.filter((i) => GONE.has(i.status));
  const positions = useRef<HTMLElement>(null);
  const texts = useRef<HTMLElement>(null);
  const last = live.at(-1)?.number ?? 0;
  const [seen, setSeen] = useState(last);
  useSteady(positions, live.length);
  // Whoever sees its head needs not be told of it.
  useEffect(() => {
    const head = texts.current?.querySelector('article h3');
    if (!head) return;
    const watch = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setSeen(last);
    });
    watch.observe(head);
    return () => watch.disconnect();
  }, [last]);
  return (
    <PanelFrame title={t('paper.title')} lead={t('paper.lead')}>
      {last > seen && (
        <div class="come-in">
          <button
            type="button"
            class="button primary"
            onClick={(event) => {
              setSeen(last);
              event.currentTarget.closest('.side-body')?.scrollTo(0, 0);
            }}
          >
            {t('paper.came', { n: last })}
          </button>
        </div>
      )}
      <Since />
      <section class="stack" ref={texts}>
        <h3>{t('paper.texts')}</h3>
        {live.length === 0 && <Empty>{t(view.own ? 'paper.none' : 'projector.no-text')}</Empty>}
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
      <section class="stack" ref={positions} data-until="position" tabIndex={-1}>
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

/** What has become of the paper since the last turn. Shut at first, so that what comes in moves nothing under it. */
function Since() {
  const view = useView();
  const { paperSince, clock } = view;
  if (!paperSince) return null;
  const changes = t('paper.since', { turn: clock.turn - 1, n: paperSince.length });
  if (paperSince.length === 0) return <p class="muted small">{changes}</p>;
  return (
    <details>
      <summary>{changes}</summary>
      <ul class="stack tight">
        {paperSince.map((change) => {
          const line = changeLine(view, change);
          return <li key={line}>{line}</li>;
        })}
      </ul>
    </details>
  );
}

function changeLine(view: View, change: PaperChange): string {
  const label = (dial: Dial): string => say(view.dials.find((d) => d.dial === dial)?.label ?? { key: dial });
  if (change.kind === 'position') {
    const { seat, dial, from, to } = change;
    const words = { who: seatName(view, seat), dial: label(dial), to: valueLabel(view, dial, to) };
    if (from === undefined) return t('since.position.first', words);
    return t('since.position', { ...words, from: valueLabel(view, dial, from) });
  }
  const text = view.instruments.find((i) => i.id === change.text);
  const n = text?.number ?? 0;
  if (change.kind === 'tabled') return t('since.tabled', { n, who: theSeat(view, text?.tabledBy ?? '') });
  if (change.kind === 'value') {
    const { dial, from, to } = change;
    return t('since.value', {
      n,
      dial: label(dial),
      from: valueLabel(view, dial, from),
      to: valueLabel(view, dial, to),
    });
  }
  if (change.kind === 'status')
    return t('since.status', { n, from: t(`status.${change.from}`), to: t(`status.${change.to}`) });
  return t(`since.${change.kind}`, { n, who: theSeats(view, change.seats) });
}

/** One dial: its values as choices, and which seats stand at each. */
function DialCard({ dial }: { readonly dial: DialView }) {
  const { model, session } = useRoom();
  const view = useView();
  const seat = seatOf(view);
  const free = useBarrier('set-dial').kind === 'none';
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const mine = view.seats.find((s) => s.id === seat)?.positions[dial.dial];
  /** What was pressed stands until the view says where the seat stands, or the press was refused. */
  const [pressed, setPressed] = useState<{ readonly value: DialValue } | null>(null);
  useEffect(() => setPressed(null), [mine]);
  const take = async (value: DialValue) => {
    setPressed({ value });
    const refused = await session.command({ kind: 'set-dial', dial: dial.dial, value });
    setRefusal(refused);
    if (refused) setPressed(null);
  };
  const at = (value: DialValue) => view.seats.filter((s) => s.positions[dial.dial] === value).map((s) => s.id);
  return (
    <fieldset class="stack tight">
      <legend class="label">{say(dial.label)}</legend>
      {dial.note && (
        <p class="muted small">
          <Explained text={say(dial.note)} />
        </p>
      )}
      {dial.sources.length > 0 && (
        <details class="small">
          <summary>{t('dial.sources')}</summary>
          <ul class="muted">
            {dial.sources.map((source) => (
              <li key={source}>{source}</li>
            ))}
          </ul>
        </details>
      )}
      <div class="dial-options">
        {dial.values.map(({ value, label }) => (
          <DialOption key={keyOf(value)} text={say(label)} at={at(value)}>
            {seat && (
              <input
                type="radio"
                name={`${model.code}.${dial.dial}`}
                checked={(pressed ? pressed.value : mine) === value}
                disabled={!free}
                onChange={() => take(value)}
              />
            )}
          </DialOption>
        ))}
      </div>
      <Refused refusal={refusal} />
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
    // Read anew: two choices may come before the page is drawn again.
    const now = draftValue<Partial<Record<Dial, DialValue>>>(model, 'package', {});
    draftOf(model, 'package').value = JSON.stringify({ ...now, [dial]: value });
  };
  // Every dial of the scenario has a value now, which is what a package is.
  return [values as Package, set];
}

function TableOne() {
  const { model } = useRoom();
  const view = useView();
  const [values, set] = usePackage();
  const blocked = useAsk({ kind: 'table', values });
  // No choice of values changes it: said before the form, which still makes a forecast.
  const never = blocked?.code === 'not-a-state';
  return (
    <section class="card stack" data-until="tabled" tabIndex={-1}>
      <h3>{t('paper.table')}</h3>
      <p class="muted small">
        <Explained text={t('paper.table.note')} />
      </p>
      {never && <p class="note">{why(blocked)}</p>}
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
          quiet={never}
          label={t('paper.table.do')}
          command={{ kind: 'table', values }}
          blocked={blocked ?? null}
          onDone={() => {
            draftOf(model, 'package').value = '';
          }}
        />
        <ForecastButton text={values} />
      </div>
      <HeardBy of={{ kind: 'table' }} />
    </section>
  );
}
