import type { Theme } from '../../../shared/game/commands/deed.ts';
import type { CommandKind } from '../../../shared/game/commands/index.ts';
import type { View } from '../../../shared/game/view/view-shape.ts';
import { draftOf, type Model, seatOf, unread } from '../../model.ts';
import { t } from '../../text.ts';
import { Icon, type IconName } from '../frame/icons.tsx';
import { lazy } from '../frame/lazy.tsx';
import { headlines, NewsList, newsText } from '../frame/news.tsx';
import { barrierOf, reasonOf, theSeat, useRoom, useView, yearIsOver } from '../frame/room.tsx';
import { PanelFrame } from '../parts/parts.tsx';
import { Question } from './question.tsx';
import { SoloCard } from './solo.tsx';

const NextYears = lazy(() => import('../debrief/next-years.tsx').then((part) => part.NextYears));

type Todo = { readonly panel: string; readonly icon: IconName; readonly text: string; readonly urgent: boolean };

/** Phases in which something can still be done about a card. */
const CARD_PHASES: ReadonlySet<string> = new Set(['briefing', 'negotiation', 'seal']);

/** What the phase is for, or why it is for nothing now. */
function leadOf(view: View): string {
  const { phase } = view.clock;
  if (view.halted && phase !== 'debrief') return 'halted.now';
  if (yearIsOver(view)) return 'phase.resolution.done';
  return view.solo && phase === 'briefing' ? 'solo.briefing' : `phase.${phase}.help`;
}

/** What waits for this seat, most pressing first. Read from the view alone. */
export function todosOf(model: Model, view: View): readonly Todo[] {
  const { own } = view;
  const seat = seatOf(view);
  if (!own || !seat) return [];
  const todos: Todo[] = [];
  const add = (panel: string, icon: IconName, text: string, urgent = false) =>
    todos.push({ panel, icon, text, urgent });

  if (yearIsOver(view)) add('map', 'map', t('todo.year'));
  const cards = CARD_PHASES.has(view.clock.phase) ? own.privateCards : [];
  for (const card of cards.filter((c) => c.turn === view.clock.turn))
    add('brief', 'brief', t('todo.card', { text: newsText(model, card) }), true);
  if (own.canSwapWeights && may(view, 'swap-weights')) add('mandate', 'mandate', t('todo.swap'), true);

  const drafts = Object.values(own.drafts);
  const open = drafts.filter((d) => !d.confirmed && own.cards.some((c) => c.kind === d.order.kind && c.hostile));
  if (open.length > 0) add('orders', 'orders', t('todo.confirm'), true);

  const offers = view.offers.filter((o) => o.status === 'open' && o.to === seat);
  for (const offer of offers) add('offers', 'offers', t('todo.offer', { who: theSeat(view, offer.from) }), true);

  for (const id of may(view, 'act-on-text') ? own.pivotal : []) {
    const text = view.instruments.find((i) => i.id === id);
    if (text) add('paper', 'paper', t('todo.pivotal', { n: text.number }), true);
  }
  for (const incident of view.incidents.filter((i) => !i.settled && i.turn === view.clock.turn))
    add('evidence', 'evidence', incident.owner === seat ? t('todo.own-incident') : t('todo.incident'));

  const news = view.seats.filter((s) => s.id !== seat && unread(model, s.id) > 0);
  for (const s of news) add('talk', 'talk', t('todo.message', { who: theSeat(view, s.id) }));
  if (unread(model, 'plenary') > 0) add('talk', 'talk', t('todo.plenary'));

  const mine = view.seats.find((s) => s.id === seat)?.positions ?? {};
  const unsaid = view.dials.filter((d) => !(d.dial in mine)).length;
  if (unsaid > 0 && may(view, 'set-dial')) add('paper', 'paper', t('todo.dials', { n: unsaid }));
  const free = ['p1', 'p2', 'security'].filter((slot) => !(slot in own.drafts)).length;
  if (free > 0 && may(view, 'draft-order')) add('orders', 'orders', t('todo.slots', { n: free }));
  if (view.fund.open && !view.fund.met && may(view, 'draft-order')) add('orders', 'money', t('todo.fund'));
  return todos;
}

const may = (view: View, kind: CommandKind): boolean => view.may[kind]?.refusal === null;

/** Where a seat deals with what. */
const GROUPS: readonly { readonly theme: Theme; readonly panel: string; readonly icon: IconName }[] = [
  { theme: 'talk', panel: 'talk', icon: 'talk' },
  { theme: 'texts', panel: 'paper', icon: 'paper' },
  { theme: 'offers', panel: 'offers', icon: 'offers' },
  { theme: 'orders', panel: 'orders', icon: 'orders' },
  { theme: 'incidents', panel: 'evidence', icon: 'evidence' },
];

/** The kinds of command that this page lists under a theme. */
const kindsOf = (view: View, theme: Theme): readonly CommandKind[] =>
  (Object.keys(view.may) as CommandKind[]).filter((kind) => view.may[kind]?.listed?.theme === theme);

/** One screen that says what this seat can do at this moment, and why not where it cannot. */
export function Now() {
  const { model } = useRoom();
  const view = useView();
  const todos = todosOf(model, view);
  const open = GROUPS.map((g) => ({
    ...g,
    can: kindsOf(view, g.theme).filter((kind) => may(view, kind) && !view.may[kind]?.listed?.idle),
  })).filter((g) => g.can.length > 0);
  const shut = GROUPS.flatMap((g) => kindsOf(view, g.theme))
    .map((kind) => ({ kind, reason: reasonOf(model, view, barrierOf(view, model.delegate, kind)) }))
    .filter((item): item is { kind: CommandKind; reason: string } => item.reason !== null);
  const go = (panel: string) => {
    model.panel.value = panel;
    if (panel === 'map') model.stage.value = panel;
  };
  const { phase, turn } = view.clock;
  const over = yearIsOver(view);
  const ofYear = view.news.filter((n) => n.turn === turn && !n.withdrawn);
  const happened = over ? headlines(ofYear) : phase === 'briefing' ? ofYear.filter((n) => n.to === null) : [];
  // Whoever has read once how to play alone looks for what to do; the lesson says it itself.
  const soloLast = phase !== 'briefing' || turn > 1 || view.lesson !== null;
  return (
    <PanelFrame title={t('now.title')} lead={t(leadOf(view))}>
      {!soloLast && <SoloCard />}
      {phase === 'epilogue' && <NextYears />}
      {view.own?.question?.gate !== 'passed' && <Question />}
      {happened.length > 0 && (
        <section class="card stack">
          <h3>{t('now.year')}</h3>
          <NewsList items={happened} />
        </section>
      )}
      {todos.length > 0 && (
        <section class="stack">
          <h3>{t('now.waiting')}</h3>
          <ul class="todo">
            {todos.map((todo) => (
              <li key={`${todo.panel} ${todo.text}`}>
                <button type="button" class={todo.urgent ? 'urgent' : ''} onClick={() => go(todo.panel)}>
                  <Icon name={todo.icon} />
                  <span>{todo.text}</span>
                  <span aria-hidden="true">›</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="stack">
        <h3>{t('now.can')}</h3>
        {open.length === 0 ? (
          <p class="empty">{t('now.nothing')}</p>
        ) : (
          <ul class="todo">
            {open.map((group) => (
              <li key={group.panel}>
                <button type="button" onClick={() => go(group.panel)}>
                  <Icon name={group.icon} />
                  {group.can.length === 1 ? (
                    <span>{t(`can.${group.can[0]}`)}</span>
                  ) : (
                    <span>
                      <strong>{t(`panel.${group.panel}`)}</strong>
                      <br />
                      <span class="muted small">{group.can.map((kind) => t(`can.${kind}`)).join(' · ')}</span>
                    </span>
                  )}
                  <span aria-hidden="true">›</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </section>
      {!view.solo && (
        <button
          type="button"
          class="button"
          onClick={() => {
            draftOf(model, 'channel').value = 'facilitator';
            go('talk');
          }}
        >
          {t('help.call')}
        </button>
      )}
      {soloLast && <SoloCard />}
      {shut.length > 0 && (
        <details>
          <summary>{t('now.cannot', { n: shut.length })}</summary>
          <ul class="stack small">
            {shut.map((item) => (
              <li key={item.kind}>
                <strong>{t(`can.${item.kind}`)}</strong>
                <p class="muted">{item.reason}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </PanelFrame>
  );
}
