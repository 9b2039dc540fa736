import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../text.ts';
import { CloseButton, Dialog } from '../parts/dialog.tsx';
import { StillTalking } from '../seat/solo.tsx';
import { Belt, MapStage, Playback, Shells } from '../sky/map.tsx';
import { Dim } from './dim.tsx';
import { HaltedBanner } from './halted.tsx';
import { Icon } from './icons.tsx';
import { PANELS } from './index.ts';
import { fetchWhenIdle, lazy } from './lazy.tsx';
import { LineBanner } from './line.tsx';
import { newsText } from './news.tsx';
import { Act, useRoom, useView } from './room.tsx';
import { NotKept } from './shell.tsx';
import { TopBar } from './topbar.tsx';

const IN_BAR = 4;

const Lobby = lazy(() => import('../door/lobby.tsx').then((part) => part.Lobby));
const TableStage = lazy(() => import('../texts/table.tsx').then((part) => part.TableStage));
const Lesson = lazy(
  () => import('../seat/tutorial.tsx').then((part) => part.Lesson),
  () => null,
);
const Debrief = lazy(() => import('../debrief/debrief.tsx').then((part) => part.Debrief));

/** A game with its top bar: lobby, play or debrief, as the phase says. */
export function Game() {
  const view = useView();
  const { phase } = view.clock;
  const { kind } = view.viewer;
  useEffect(() => {
    const panels = PANELS.filter((p) => p.when(view)).map((p) => p.Panel);
    fetchWhenIdle([...panels.filter((panel) => 'fetch' in panel), TableStage, Playback, Shells, Belt, Debrief]);
  }, [kind]);
  if (phase === 'lobby' || phase === 'debrief' || phase === 'closed')
    return (
      <div class="page">
        <TopBar />
        <Banners />
        {view.lesson && <Lesson />}
        <main class={phase === 'lobby' ? 'page-body' : ''}>{phase === 'lobby' ? <Lobby /> : <Debrief />}</main>
        <Live />
      </div>
    );
  return <Play />;
}

function Play() {
  const { model } = useRoom();
  const view = useView();
  const shown = PANELS.filter((p) => p.when(view));
  const stages = ['map', 'table'] as const;
  const chosen = model.panel.value;
  const onStage = stages.some((s) => s === chosen);
  const panel = shown.find((p) => p.id === chosen) ?? shown[0];
  const [more, setMore] = useState(false);
  const side = useRef<HTMLDivElement>(null);
  const go = (id: string) => {
    model.panel.value = id;
    if (id === 'map' || id === 'table') model.stage.value = id;
    setMore(false);
  };
  // The years that follow are shown there, and nothing else is left to do.
  useEffect(() => {
    if (view.own && view.clock.phase === 'epilogue') model.panel.value = 'now';
  }, [view.clock.phase]);
  const panelId = panel?.id;
  const here = panel && 'here' in panel.Panel ? panel.Panel.here.value : true;
  const first = useRef(true);
  // A panel opened by hand begins at its top, and its heading takes the focus so that readers and keys go on from there.
  useEffect(() => {
    if (!here) return;
    if (first.current) {
      first.current = false;
      return;
    }
    side.current?.scrollTo(0, 0);
    if (panelId) side.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }, [panelId, here, onStage]);
  if (!panel) return null;
  const inBar = shown.slice(0, IN_BAR);
  const count = (p: (typeof shown)[number]) => p.count?.(model, view) ?? 0;
  const others = shown.slice(IN_BAR).reduce((sum, p) => sum + count(p), 0);
  return (
    <div class={`frame ${onStage ? 'on-stage' : ''}`}>
      <TopBar />
      <nav class="rail" aria-label={t('panels')}>
        {shown.map((p) => (
          <button
            key={p.id}
            type="button"
            aria-current={p.id === panel.id ? 'page' : undefined}
            onClick={() => go(p.id)}
          >
            <Icon name={p.icon} />
            {t(`panel.${p.id}`)}
            <Count n={count(p)} />
          </button>
        ))}
      </nav>
      {view.lesson && <Lesson />}
      <main class="work">
        <section class="stage" aria-label={t('stage')}>
          <div class="stage-tabs" role="tablist" aria-label={t('stage')}>
            {stages.map((s) => (
              <button
                key={s}
                type="button"
                role="tab"
                id={`tab-${s}`}
                aria-selected={model.stage.value === s}
                aria-controls="stage-body"
                onClick={() => {
                  model.stage.value = s;
                  if (onStage) model.panel.value = s;
                }}
              >
                {t(`panel.${s}`)}
              </button>
            ))}
          </div>
          <div class="stage-body" id="stage-body" role="tabpanel" aria-labelledby={`tab-${model.stage.value}`}>
            {model.stage.value === 'map' ? <MapStage /> : <TableStage />}
          </div>
        </section>
        <div class="side">
          <div class="side-body" ref={side}>
            <panel.Panel />
          </div>
        </div>
      </main>
      <nav class="bottom" aria-label={t('panels.small')}>
        {inBar.map((p) => (
          <button
            key={p.id}
            type="button"
            aria-current={!onStage && p.id === panel.id ? 'page' : undefined}
            onClick={() => go(p.id)}
          >
            <Icon name={p.icon} />
            {t(`panel.${p.id}`)}
            <Count n={count(p)} />
          </button>
        ))}
        <button
          type="button"
          aria-current={onStage || !inBar.includes(panel) ? 'page' : undefined}
          aria-haspopup="dialog"
          onClick={() => setMore(true)}
        >
          <Icon name="more" />
          {t('panel.more')}
          <Count n={others} />
        </button>
      </nav>
      {more && (
        <Dialog title={t('panel.more')} onClose={() => setMore(false)}>
          <ul class="todo">
            {[
              ...stages.map((id) => ({ id, icon: id, n: 0 })),
              ...shown.slice(IN_BAR).map((p) => ({ id: p.id, icon: p.icon, n: count(p) })),
            ].map(({ id, icon, n }) => (
              <li key={id}>
                <button type="button" onClick={() => go(id)}>
                  <Icon name={icon} />
                  <span>{t(`panel.${id}`)}</span>
                  {n > 0 ? <span class="count">{n}</span> : <span aria-hidden="true">›</span>}
                </button>
              </li>
            ))}
          </ul>
          <CloseButton cancel />
        </Dialog>
      )}
      <Banners />
      <Dim />
      <Live />
    </div>
  );
}

const Count = ({ n }: { readonly n: number }) =>
  n > 0 ? (
    <span class="count">
      {n}
      <span class="unseen"> {t('waiting')}</span>
    </span>
  ) : null;

/** What holds for the whole screen: no line, paused, the sky being computed, orders to seal. */
function Banners() {
  const { model } = useRoom();
  const view = useView();
  const { clock } = view;
  const seal = clock.phase === 'seal' && view.own && model.panel.value !== 'orders';
  return (
    <div class="banners">
      <NotKept />
      <LineBanner />
      {clock.pausedLeftMs !== null && view.halted !== 'scenario' && (
        <p class="banner">
          {t(view.solo ? 'solo.paused' : 'banner.paused')}
          {view.solo && <Act look="primary" label={t('desk.resume')} command={{ kind: 'resume' }} />}
        </p>
      )}
      <StillTalking />
      <HaltedBanner />
      {clock.phase === 'resolution' && view.turnsDone.length < clock.turn && !view.halted && (
        <p class="banner calm">{t(clock.toDebrief ? 'desk.to-debrief' : 'banner.resolution')}</p>
      )}
      {clock.phase === 'epilogue' && <p class="banner calm">{t('banner.epilogue')}</p>}
      {seal && (
        <p class="banner">
          {t(view.solo?.tempo === 'own' ? 'solo.seal' : 'banner.seal')}
          <button type="button" class="button" onClick={() => (model.panel.value = 'orders')}>
            {t('panel.orders')}
          </button>
        </p>
      )}
    </div>
  );
}

/** Says phases and news to readers as they come. `quiet`: phases alone, where news has its own time. */
export function Live({ quiet }: { readonly quiet?: boolean }) {
  const { model } = useRoom();
  const view = useView();
  const last = view.news.at(-1);
  const { clock } = view;
  return (
    <div class="unseen" role="status" aria-live="polite">
      <p key={clock.number}>
        {t(`phase.${clock.phase}`)}
        {clock.turn > 0 && `, ${t('turn.of', { n: clock.turn, of: clock.lastTurn })}`}
      </p>
      {last && !quiet && <p key={last.id}>{newsText(model, last)}</p>}
    </div>
  );
}
