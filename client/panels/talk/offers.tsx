import type { Dial } from '../../../shared/clauses/text.ts';
import { type Offer, type OfferTerm, TERM_KINDS } from '../../../shared/game/negotiation.ts';
import { termWords } from '../../../shared/game/view/told.ts';
import type { View } from '../../../shared/game/view/view-shape.ts';
import { type SeatId, words } from '../../../shared/vocabulary/index.ts';
import { draftOf, draftValue, seatOf } from '../../model.ts';
import { say, t } from '../../text.ts';
import { Act, Barred, SeatTag, theSeat, useAsk, useRoom, useView } from '../frame/room.tsx';
import { Select, Stepper } from '../parts/inputs.tsx';
import { Empty, PanelFrame } from '../parts/parts.tsx';

/** Offers between two seats: what I give, what I get. Only the two see them; the program keeps the promises in mind. */
export function Offers() {
  const view = useView();
  const seat = seatOf(view);
  const open = view.offers.filter((o) => o.status === 'open');
  const past = view.offers.filter((o) => o.status !== 'open');
  return (
    <PanelFrame title={t('offers.title')} lead={t('offers.lead')}>
      {open.length === 0 && <Empty>{t('offers.none')}</Empty>}
      {open.map((offer) => (
        <OfferCard key={offer.id} offer={offer} seat={seat} />
      ))}
      {view.may.offer && <NewOffer />}
      {past.length > 0 && (
        <section class="stack">
          <h3>{t('offers.past')}</h3>
          {past.toReversed().map((offer) => (
            <OfferCard key={offer.id} offer={offer} seat={seat} />
          ))}
        </section>
      )}
    </PanelFrame>
  );
}

function OfferCard({ offer, seat }: { readonly offer: Offer; readonly seat: SeatId | null }) {
  const view = useView();
  const open = offer.status === 'open';
  return (
    <article class={`card ${open && offer.to === seat ? 'gold' : ''}`}>
      <div class="row apart">
        <span class="row">
          <SeatTag id={offer.from} />
          <span aria-hidden="true">→</span>
          <span class="unseen">{t('offers.to')}</span>
          <SeatTag id={offer.to} />
        </span>
        <span class={`badge ${offer.status === 'accepted' ? 'good' : ''}`}>{t(`offer.${offer.status}`)}</span>
      </div>
      <Terms title={t('offers.gives', { who: theSeat(view, offer.from) })} terms={offer.give} kept={offer.kept.give} />
      <Terms title={t('offers.gives', { who: theSeat(view, offer.to) })} terms={offer.get} kept={offer.kept.get} />
      {offer.why && (
        <p class="small">{t('offers.why', { who: words(`seat.${offer.to}`), why: t(`offers.why.${offer.why}`) })}</p>
      )}
      {open && offer.to === seat && (
        <div class="row">
          <Act
            look="primary"
            label={t('offers.accept')}
            command={{ kind: 'answer-offer', offer: offer.id, accept: true }}
          />
          <Act label={t('offers.decline')} command={{ kind: 'answer-offer', offer: offer.id, accept: false }} />
        </div>
      )}
      {open && offer.from === seat && (
        <Act label={t('offers.withdraw')} command={{ kind: 'withdraw-offer', offer: offer.id }} />
      )}
    </article>
  );
}

function Terms(props: {
  readonly title: string;
  readonly terms: readonly OfferTerm[];
  readonly kept: readonly (boolean | null)[];
}) {
  const view = useView();
  return (
    <div class="stack tight">
      <h4>{props.title}</h4>
      {props.terms.length === 0 ? (
        <p class="muted small">{t('offers.nothing')}</p>
      ) : (
        <ul class="small">
          {props.terms.map((term, i) => (
            <li key={JSON.stringify(term)} class="row">
              {termText(view, term)}
              {props.kept[i] === true && <span class="badge good">{t('offers.kept')}</span>}
              {props.kept[i] === false && <span class="badge bad">{t('offers.broken')}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** One term of an offer as a sentence. */
export const termText = (view: View, term: OfferTerm): string => say(termWords(view, term));

type Half = 'give' | 'get';
type OfferDraft = {
  readonly to: SeatId | null;
  readonly give: readonly OfferTerm[];
  readonly get: readonly OfferTerm[];
};

function NewOffer() {
  const { model } = useRoom();
  const view = useView();
  const others = view.seats.filter((s) => s.id !== seatOf(view));
  const draft = draftValue<OfferDraft>(model, 'offer', { to: null, give: [], get: [] });
  const to = draft.to ?? others[0]?.id ?? '';
  const set = (next: Partial<OfferDraft>) => {
    draftOf(model, 'offer').value = JSON.stringify({ ...draft, ...next });
  };
  const command = { kind: 'offer', to, give: draft.give, get: draft.get } as const;
  const empty = draft.give.length + draft.get.length === 0;
  const blocked = useAsk(empty ? null : command);
  return (
    <section class="card stack" data-until="asked enough" tabIndex={-1}>
      <h3>{t('offers.new')}</h3>
      <Barred kind="offer" />
      <Select
        label={t('offers.new.to')}
        value={to}
        options={others.map((s) => ({ value: s.id, label: say(s.name) }))}
        onChange={(id) => set({ to: id })}
      />
      {(['give', 'get'] as const).map((half) => (
        <TermList key={half} half={half} terms={draft[half]} onChange={(terms) => set({ [half]: terms })} />
      ))}
      <Act
        look="primary"
        quiet={empty}
        label={t('offers.send')}
        command={command}
        blocked={blocked ?? null}
        onDone={() => {
          draftOf(model, 'offer').value = '';
        }}
      />
    </section>
  );
}

function TermList(props: {
  readonly half: Half;
  readonly terms: readonly OfferTerm[];
  readonly onChange: (terms: readonly OfferTerm[]) => void;
}) {
  const view = useView();
  const { terms, onChange } = props;
  const live = view.instruments.filter(
    (i) => i.status === 'tabled' || i.status === 'adopted' || i.status === 'in-force',
  );
  const kinds = TERM_KINDS.filter((kind) => kind !== 'sign' || live.length > 0).filter(
    (kind) => kind !== 'fund' || view.fund.open,
  );
  const fresh = (kind: OfferTerm['kind']): OfferTerm => {
    const { turn } = view.clock;
    if (kind === 'credits') return { kind, credits: 1 };
    if (kind === 'fund') return { kind, credits: 1, turn };
    if (kind === 'sign') return { kind, instrument: live[0]?.id ?? '' };
    if (kind === 'dial') return { kind, dial: view.dials[0]!.dial, value: view.dials[0]!.values.at(-1)?.value ?? null };
    return { kind, turn };
  };
  const change = (at: number, term: OfferTerm) => onChange(terms.with(at, term));
  return (
    <fieldset class="stack tight">
      <legend class="label">{t(`offers.${props.half}`)}</legend>
      {terms.map((term, i) => (
        <div key={i} class="card flat stack tight">
          <div class="row apart">
            <strong class="small">{t(`term.kind.${term.kind}`)}</strong>
            <button type="button" class="button plain" onClick={() => onChange(terms.filter((_, at) => at !== i))}>
              {t('remove')}
            </button>
          </div>
          <TermInputs term={term} onChange={(next) => change(i, next)} />
        </div>
      ))}
      <Select
        label={t('offers.add')}
        hideLabel
        value=""
        options={[
          { value: '', label: t('offers.add') },
          ...kinds.map((kind) => ({ value: kind as string, label: t(`term.kind.${kind}`) })),
        ]}
        onChange={(kind) => {
          const found = kinds.find((k) => k === kind);
          if (found) onChange([...terms, fresh(found)]);
        }}
      />
    </fieldset>
  );
}

const MOST_CREDITS = 12;

function TermInputs({ term, onChange }: { readonly term: OfferTerm; readonly onChange: (term: OfferTerm) => void }) {
  const view = useView();
  const turns = Array.from({ length: view.clock.lastTurn - view.clock.turn + 1 }, (_, i) => view.clock.turn + i);
  return (
    <>
      {'credits' in term && (
        <Stepper
          label={t('term.amount')}
          value={term.credits}
          min={1}
          max={MOST_CREDITS}
          onChange={(n) => onChange({ ...term, credits: n })}
        />
      )}
      {'turn' in term && (
        <Select
          label={t('term.turn')}
          value={term.turn}
          options={turns.map((n) => ({ value: n, label: t('turn.n', { n }) }))}
          onChange={(turn) => onChange({ ...term, turn })}
        />
      )}
      {term.kind === 'sign' && (
        <Select
          label={t('term.text')}
          value={term.instrument}
          options={view.instruments.map((i) => ({ value: i.id, label: t('paper.text.n', { n: i.number }) }))}
          onChange={(instrument) => onChange({ ...term, instrument })}
        />
      )}
      {term.kind === 'dial' && (
        <DialInputs dial={term.dial} value={term.value} onChange={(next) => onChange({ kind: 'dial', ...next })} />
      )}
    </>
  );
}

function DialInputs(props: {
  readonly dial: Dial;
  readonly value: Extract<OfferTerm, { kind: 'dial' }>['value'];
  readonly onChange: (next: { dial: Dial; value: Extract<OfferTerm, { kind: 'dial' }>['value'] }) => void;
}) {
  const view = useView();
  const dial = view.dials.find((d) => d.dial === props.dial);
  return (
    <>
      <Select
        label={t('term.dial.which')}
        value={props.dial}
        options={view.dials.map((d) => ({ value: d.dial, label: say(d.label) }))}
        onChange={(next) =>
          props.onChange({ dial: next, value: view.dials.find((d) => d.dial === next)?.values.at(-1)?.value ?? null })
        }
      />
      <Select
        label={t('term.dial.value')}
        value={String(props.value)}
        options={(dial?.values ?? []).map((v) => ({ value: String(v.value), label: say(v.label) }))}
        onChange={(key) => {
          const found = dial?.values.find((v) => String(v.value) === key);
          if (found) props.onChange({ dial: props.dial, value: found.value });
        }}
      />
    </>
  );
}
