/** Opens a game in the page: finds the key of this device, makes model and session, and shows what the view is for. */
import './styles/frame.css';
import './styles/panels.css';
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { View } from '../shared/game/view/view-shape.ts';
import { HOME, keyPlaceOf, type Place } from './address.ts';
import { now } from './instant.ts';
import { forgetKey, type KeptKey, keepKey, keptKey, keyOfHash } from './keys.ts';
import { listenTo } from './listen.ts';
import { draftOf, newModel, tick } from './model.ts';
import { PANELS } from './panels/frame/index.ts';
import { lazy } from './panels/frame/lazy.tsx';
import { lineText, UseHere } from './panels/frame/line.tsx';
import { type OpenRoom, RoomContext } from './panels/frame/room.tsx';
import { Notice } from './panels/frame/shell.tsx';
import { openSession } from './session.ts';
import { shelf } from './shelf.ts';
import { loadScenario, t, why } from './text.ts';

const Wait = () => <Notice title={t('name')} text={t('loading')} />;
const Game = lazy(() => import('./panels/frame/game.tsx').then((part) => part.Game), Wait);
const Join = lazy(() => import('./panels/door/join.tsx').then((part) => part.Join), Wait);
const PrintPage = lazy(() => import('./panels/desk/print.tsx').then((part) => part.PrintPage), Wait);
const Wall = lazy(() => import('./panels/wall/stage.tsx').then((part) => part.Wall), Wait);
const SHOWN = { g: Game, desk: Game, project: Wall, print: PrintPage } as const;

const TICK_MS = 250;

/** A room with its clock running and its scenario's words following the game's names. */
function makeRoom(place: Place, code: string, kept: KeptKey | null): OpenRoom {
  const model = newModel(code, kept?.delegate ?? null, shelf, now());
  const session = openSession(model, kept?.key ?? null, place === 'project' ? 'projector' : 'guest');
  setInterval(() => tick(model, now()), TICK_MS);
  const names = signal<View['names'] | null>(null);
  effect(() => {
    names.value = model.view.value?.names ?? null;
  });
  effect(() => {
    if (names.value) void loadScenario(code, kept?.key ?? null);
  });
  // The panel that was open is open again after a reload.
  let restored = false;
  effect(() => {
    const view = model.view.value;
    const open = model.panel.value;
    if (!view) return;
    const kept_ = draftOf(model, 'panel');
    if (!restored) {
      restored = true;
      const known = PANELS.some((p) => p.id === kept_.peek() && p.when(view));
      if (known) model.panel.value = kept_.peek();
      return;
    }
    kept_.value = open;
  });
  return { model, session, key: kept?.key ?? null, hearing: listenTo(model, place === 'project') };
}

/** Shows a game's place: seat or join page, facilitator's desk, or projector. */
export function openPlace(root: HTMLElement, place: Place, code: string): void {
  const keyPlace = keyPlaceOf(place);
  const linked = keyOfHash(location.hash);
  if (linked && keyPlace) {
    keepKey(shelf, keyPlace, code, linked);
    // A key does not stay in the address, where a projector or a screenshot would show it.
    history.replaceState(history.state, '', location.pathname);
  }
  // Another personal link put into the same tab loads nothing by itself.
  addEventListener('hashchange', () => location.reload());
  const kept = keyPlace && keptKey(shelf, keyPlace, code);
  // Its words and its program come at the same time.
  void (place === 'g' && !kept ? Join : SHOWN[place]).fetch();
  render(<PlaceView place={place} code={code} kept={kept} />, root);
}

function PlaceView(props: { readonly place: Place; readonly code: string; readonly kept: KeptKey | null }) {
  const { place, code, kept } = props;
  const [room, setRoom] = useState<OpenRoom | null>(() =>
    kept || place === 'project' ? makeRoom(place, code, kept) : null,
  );
  const [words, setWords] = useState(false);
  useEffect(() => {
    void loadScenario(code, kept?.key ?? null).then(() => setWords(true));
  }, [code]);
  if (!words) return <Wait />;
  if (keyPlaceOf(place) === 'desk' && !kept)
    return (
      <Notice title={t('desk.no-key')} text={t('desk.no-key.text')}>
        <a class="button primary" href={HOME}>
          {t('join.home')}
        </a>
      </Notice>
    );
  const viewer = room?.model.view.value?.viewer.kind;
  // The join page stays until the seat is there: before there is a key, and while a key has no seat yet.
  const joining = place === 'g' && (!room || viewer === 'guest' || (!kept && viewer === undefined));
  if (joining && !room?.model.refused.value)
    return (
      <Join
        code={code}
        room={room}
        open={(key) => {
          const made = makeRoom(place, code, key);
          setRoom(made);
          return made;
        }}
      />
    );
  return room && <OpenView place={place} code={code} room={room} />;
}

function OpenView({ place, code, room }: { readonly place: Place; readonly code: string; readonly room: OpenRoom }) {
  const { model } = room;
  const view = model.view.value;
  const refused = model.refused.value;
  const keyPlace = keyPlaceOf(place);
  if (refused)
    return (
      <Notice title={t('refused.title')} text={why(refused)}>
        <div class="row">
          <button
            type="button"
            class="button primary"
            onClick={() => {
              if (keyPlace && refused.code === 'key-unknown') forgetKey(shelf, keyPlace, code);
              location.reload();
            }}
          >
            {t('refused.again')}
          </button>
          <a class="button" href={HOME}>
            {t('join.home')}
          </a>
        </div>
      </Notice>
    );
  if (!view && model.link.value === 'replaced')
    return (
      <Notice title={t('name')} text={t('line.replaced')}>
        <UseHere />
      </Notice>
    );
  if (!view) return <Notice title={t('name')} text={lineText(model) ?? t('connecting')} />;
  const Shown = SHOWN[place];
  return (
    <RoomContext.Provider value={room}>
      <Shown />
    </RoomContext.Provider>
  );
}
