import type { Offer } from '../../../shared/game/negotiation.ts';
import type { View } from '../../../shared/game/view/view-shape.ts';
import { type OfferTerm, ruleOf, TERM_KINDS, termWords } from '../../../shared/terms/index.ts';
import { type SeatId, words } from '../../../shared/vocabulary/index.ts';
import { draftOf, draftValue, seatOf } from '../../model.ts';
import { say, t } from '../../text.ts';
import { Act, Barred, SeatTag, theSeat, useAsk, useRoom, useView } from '../frame/room.tsx';
import { Fields, type Values, valuesOf } from '../parts/fields.tsx';
import { HeardBy } from '../parts/heard.tsx';
import { Select } from '../parts/inputs.tsx';
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
      <HeardBy of={command} />
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
  const kinds = TERM_KINDS.filter((kind) => ruleOf({ kind }).form(view, {}) !== null);
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
          if (found) onChange([...terms, filled(view, { kind: found })]);
        }}
      />
    </fieldset>
  );
}

/** A term as its form gives it: what is chosen and still fits, and for the rest what the form starts from. */
const filled = (view: View, term: Pick<OfferTerm, 'kind'>): OfferTerm =>
  ({ ...valuesOf(ruleOf(term).form(view, term) ?? [], term as Values), kind: term.kind }) as unknown as OfferTerm;

function TermInputs({ term, onChange }: { readonly term: OfferTerm; readonly onChange: (term: OfferTerm) => void }) {
  const view = useView();
  return (
    <Fields
      fields={ruleOf(term).form(view, term) ?? []}
      values={term as unknown as Values}
      onChange={(values) => onChange(filled(view, { ...values, kind: term.kind }))}
    />
  );
}
