/** The map's legend and its filters: what each colour stands for, how many objects of it there are, and which are shown. */
import { useMemo, useState } from 'preact/hooks';
import type { View } from '../../../shared/game/view/view-shape.ts';
import { draftOf, draftValue, type Model, seatOf } from '../../model.ts';
import { t } from '../../text.ts';
import { seatName, useView } from '../frame/room.tsx';
import { Choice, Select } from '../parts/inputs.tsx';
import {
  ALL,
  COLOUR_BY,
  cloudMarks,
  FIRST_LOOK,
  isFiltered,
  type Look,
  MAP_KINDS,
  OTHERS,
  type Painted,
  REGIMES,
} from './map-look.ts';
import type { Sky } from './sky-data.ts';

/** More orbits than this are a tangle, and cost a frame more than they tell. */
export const MOST_TRACKS = 40;

/** Where this device keeps a viewer's look of a game. */
const FIELD = 'map-look';

/** The look that this device keeps for a game; its break-up is forgotten once none of its pieces is in the sky. */
export function keptLook(model: Model, view: View, sky: Sky | null): Look {
  const look: Look = { ...FIRST_LOOK, ...draftValue<Partial<Look>>(model, FIELD, {}) };
  const owner = look.owner === ALL || look.owner === OTHERS || view.seats.some((s) => s.id === look.owner);
  const cloud = look.cloud === 0 || !sky || sky.population.breakupId.includes(look.cloud);
  return { ...look, owner: owner ? look.owner : ALL, cloud: cloud ? look.cloud : 0 };
}

/** Keeps a look. */
export function keepLook(model: Model, look: Look): void {
  draftOf(model, FIELD).value = JSON.stringify(look);
}

/** The name of a colour group: a seat, or what is nobody's. */
export function groupName(view: View, key: string): string {
  return view.seats.some((s) => s.id === key) ? seatName(view, key) : t(`map.group.${key}`);
}

/** `beside`: another bar stands there, so it starts closed unless the window is high. */
export function Legend(props: {
  readonly painted: Painted;
  readonly look: Look;
  readonly beside: boolean;
  readonly onChange: (look: Look) => void;
}) {
  const view = useView();
  const { painted, look } = props;
  const own = seatOf(view);
  // Open at first where there is room; from then on as the person left it, whatever becomes of the window.
  const [open] = useState(
    () => matchMedia(`(min-width: 900px)${props.beside ? ' and (min-height: 900px)' : ''}`).matches,
  );
  const passing = painted.counts.reduce((sum, n) => sum + n, 0);
  return (
    <details class="map-tools groups" open={open}>
      <summary>
        {isFiltered(look) ? t('map.legend.some', { n: passing, of: painted.all }) : t('map.legend', { n: painted.all })}
      </summary>
      <div class="toggles">
        {painted.counts.map((count, i) => {
          const { key, colour } = painted.groups[i]!;
          const name = `${look.by}.${key}`;
          return count === 0 ? null : (
            <label key={name} class="toggle">
              <input
                type="checkbox"
                checked={painted.visible[i]}
                onChange={(event) => {
                  const off = look.off.filter((other) => other !== name);
                  props.onChange({ ...look, off: event.currentTarget.checked ? off : [...off, name] });
                }}
              />
              <span class="dot" style={{ '--seat': colour }} aria-hidden="true" />
              {key === own ? (
                <b>
                  {groupName(view, key)} ({t('you')})
                </b>
              ) : (
                <span>{groupName(view, key)}</span>
              )}
              <span class="figures">{t('number', { n: count })}</span>
            </label>
          );
        })}
      </div>
    </details>
  );
}

/** Colours and filters in a sheet over the map. */
export function Filters(props: {
  readonly sky: Sky;
  readonly painted: Painted;
  readonly look: Look;
  readonly onChange: (look: Look) => void;
}) {
  const { sky, painted, look, onChange } = props;
  const view = useView();
  const own = seatOf(view);
  const clouds = useMemo(() => cloudMarks(sky.population), [sky]);
  const set = (change: Partial<Look>) => onChange({ ...look, ...change });
  const any = { value: ALL, label: t('map.filter.all') } as const;
  const ownFleet = own !== null && look.owner === own && look.works === 'yes';
  return (
    <details class="map-tools filters">
      <summary>{t('map.filters')}</summary>
      <div class="stack tight">
        <Choice
          label={t('map.by')}
          value={look.by}
          onChange={(by) => set({ by })}
          options={COLOUR_BY.map((by) => ({ value: by, label: t(`map.by.${by}`) }))}
        />
        {own && (
          <button
            type="button"
            class="button"
            aria-pressed={ownFleet}
            onClick={() => set(ownFleet ? { owner: ALL, works: ALL } : { owner: own, works: 'yes' })}
          >
            {t('map.filter.fleet')}
          </button>
        )}
        <div class="filter-fields">
          <Select
            label={t('map.filter.owner')}
            value={look.owner}
            onChange={(owner) => set({ owner })}
            options={[
              any,
              ...view.seats.map((s) => ({ value: s.id, label: seatName(view, s.id) })),
              { value: OTHERS, label: t('map.filter.others') },
            ]}
          />
          <Select
            label={t('map.filter.works')}
            value={look.works}
            onChange={(works) => set({ works })}
            options={[
              any,
              { value: 'yes', label: t('map.filter.works.yes') },
              { value: 'no', label: t('map.filter.works.no') },
            ]}
          />
          <Select
            label={t('map.filter.kind')}
            value={look.kind}
            onChange={(kind) => set({ kind })}
            options={[any, ...MAP_KINDS.map((kind) => ({ value: kind, label: t(`map.group.${kind}`) }))]}
          />
          <Select
            label={t('map.filter.regime')}
            value={look.regime}
            onChange={(regime) => set({ regime })}
            options={[any, ...REGIMES.map((regime) => ({ value: regime, label: t(`map.group.${regime}`) }))]}
          />
          {clouds.length > 0 && (
            <Select
              label={t('map.filter.cloud')}
              value={look.cloud}
              onChange={(cloud) => set({ cloud })}
              options={[
                { value: 0, label: t('map.filter.all') },
                ...clouds.map(({ id, month, count }) => ({
                  value: id,
                  label: t('map.cloud', {
                    year: Math.floor(month / 12) + 1,
                    month: (month % 12) + 1,
                    n: Math.round(count),
                  }),
                })),
              ]}
            />
          )}
        </div>
        <label class="check">
          <input
            type="checkbox"
            checked={look.tracks}
            onChange={(event) => set({ tracks: event.currentTarget.checked })}
          />
          <span>
            {t('map.tracks', {
              n: Math.min(MOST_TRACKS, painted.shown),
              all: painted.shown > MOST_TRACKS ? 'no' : 'yes',
            })}
          </span>
        </label>
        <p role="status" class="small">
          {t('map.shown', { n: painted.shown, of: painted.all })}
        </p>
        <button type="button" class="button" onClick={() => onChange({ ...FIRST_LOOK, by: look.by })}>
          {t('map.filter.clear')}
        </button>
      </div>
    </details>
  );
}
