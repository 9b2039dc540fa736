import '../../styles/wall/table.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { InstrumentView, View } from '../../../shared/game/view/view-shape.ts';
import type { SeatId } from '../../../shared/vocabulary/index.ts';
import { language, say, t } from '../../text.ts';
import { useRoom, useView } from '../frame/room.tsx';
import { valueLabel } from '../texts/dials.ts';
import { Medal } from './medal.tsx';
import { medalState } from './strip-model.ts';
import { nearest, slotsOf } from './table-model.ts';

/** The negotiating table from above: the text in play on it, the delegations around it. */
export function TalksTable() {
  const view = useView();
  const text = nearest(view.instruments);
  const others = view.instruments.filter((other) => other.status === 'tabled' && other !== text).slice(-2);
  return (
    <section class="wall-table">
      <div class="rim" />
      <div class="felt" />
      {view.seats.map(({ id }, i) => (
        <Place key={id} seat={id} n={i} of={view.seats.length} />
      ))}
      {others.length > 0 && (
        <ul class="tabs">
          {others.map((other) => (
            <li key={other.id}>{t('paper.text.n', { n: other.number })}</li>
          ))}
        </ul>
      )}
      {text ? <Sheet key={text.id} text={text} /> : <EmptySheet />}
    </section>
  );
}

const EmptySheet = () => (
  <article class="wall-sheet bare">
    <p>{t('projector.no-text')}</p>
  </article>
);

/** Left and top of the places: half of them on each side, those in the middle further out, px. */
function placeAt(n: number, of: number): readonly [left: number, top: number] {
  const left = Math.ceil(of / 2);
  const onLeft = n < left;
  const [row, rows] = onLeft ? [n, left] : [n - left, of - left];
  const share = rows === 1 ? 0.5 : row / (rows - 1);
  const out = Math.sin(Math.PI * share) * 44;
  return [onLeft ? 92 - out : 668 + out, 118 + share * 280];
}

/** A delegation's place: whoever speaks is lit, whoever was silent so far is dimmed. The strip has the names. */
function Place({ seat, n, of }: { readonly seat: SeatId; readonly n: number; readonly of: number }) {
  const { model } = useRoom();
  const view = useView();
  const state = medalState(view, seat, model.now.value);
  const [left, top] = placeAt(n, of);
  const colour = view.seats.find((s) => s.id === seat)?.colour;
  return (
    <div class={`place ${state}`} style={{ left: `${left}px`, top: `${top}px`, '--seat': colour }} aria-hidden="true">
      <svg viewBox="0 0 98 84" width="98" height="84" aria-hidden="true">
        <path class="card" d="M12 0H86L98 78H0Z" />
        <path class="edge" d="M1.2 70 0 78H98L96.8 70Z" />
      </svg>
      <Medal seat={seat} size={54} state={state === 'silent' ? 'silent' : 'talks'} />
    </div>
  );
}

/** From the largest to the smallest that may be read: how many articles stand whole, and in what size, px. */
const FITS = [
  [2, 31],
  [2, 28],
  [2, 26],
  [1, 30],
  [1, 27],
  [1, 24],
] as const;

/** The text in play as one sheet: whole sentences while there is room, the other articles by heading and value. */
function Sheet({ text }: { readonly text: InstrumentView }) {
  const view = useView();
  const body = useRef<HTMLOListElement>(null);
  const [fit, setFit] = useState(0);
  const said = `${JSON.stringify(text.values)} ${language.value}`;
  const [of, setOf] = useState(said);
  if (of !== said) {
    setOf(said);
    setFit(0);
  }
  useEffect(() => {
    const element = body.current;
    if (element && element.scrollHeight > element.clientHeight + 1 && fit < FITS.length - 1) setFit(fit + 1);
  });
  const [whole, size] = FITS[fit]!;
  return (
    <article class="wall-sheet" aria-label={t('paper.text.n', { n: text.number })}>
      <h2>
        {t('paper.text.n', { n: text.number })}
        <Medal seat={text.tabledBy} size={50} />
      </h2>
      <ol ref={body} style={{ fontSize: `${size}px` }}>
        {text.sentences.map(({ dial, words }, i) =>
          i < whole ? (
            <li key={dial}>
              <i>{i + 1}</i>
              {say(words)}
            </li>
          ) : (
            <li key={dial} class="folded">
              <i>{i + 1}</i>
              {t('wall.folded', {
                dial: dialName(view, dial),
                value: valueLabel(view, dial, text.values[dial] ?? null),
              })}
            </li>
          ),
        )}
      </ol>
      <Slots text={text} />
    </article>
  );
}

const dialName = (view: View, dial: string): string => {
  const row = view.dials.find((d) => d.dial === dial);
  return row ? say(row.label) : dial;
};

/** Names under a text: pledged ones dashed, missing ones empty. */
function Slots({ text }: { readonly text: InstrumentView }) {
  const slots = slotsOf(text);
  const have = slots.filter(({ state }) => state === 'signed' || state === 'would').length;
  const size = Math.min(72, Math.floor(290 / Math.max(1, slots.length)) - 12);
  return (
    <div class="slots">
      {slots.map(({ seat, state }, i) => (
        <span key={seat ?? `empty-${i}`} class={`slot ${state}`} style={{ '--slot': `${size}px` }}>
          {seat && <Medal seat={seat} size={Math.round(size * 0.8)} />}
        </span>
      ))}
      <b>
        {have}
        <span>/{text.needs}</span>
      </b>
    </div>
  );
}
