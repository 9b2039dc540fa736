import { useId, useRef, useState } from 'preact/hooks';
import { type CreateAnswer, type CreateRequest, ROUTES, type ScenarioFaults } from '../../../shared/protocol.ts';
import type { Refusal } from '../../../shared/vocabulary/index.ts';
import { addressOf } from '../../address.ts';
import { postJson, postZip } from '../../http.ts';
import { keepKey } from '../../keys.ts';
import { shelf } from '../../shelf.ts';
import { has, t } from '../../text.ts';
import { Choice, Select } from '../parts/inputs.tsx';
import { Refused } from '../parts/parts.tsx';

const FIRST = 'first-test';
/** What stands for a scenario that the facilitator brings. No id is written so. */
const OWN = '.zip';

type No = { readonly refusal: Refusal; readonly faults?: ScenarioFaults['faults'] };

/** Keeps the desk's key on this device and opens it; a no is given back. */
function openDesk(reply: { readonly value: CreateAnswer } | No): No | Promise<never> {
  if ('refusal' in reply) return reply;
  keepKey(shelf, 'desk', reply.value.code, { key: reply.value.facilitatorKey, delegate: null });
  location.assign(addressOf('desk', reply.value.code));
  return new Promise(() => {});
}

/** Makes the usual game of a class and opens its desk. A no is what comes back. */
export const runClass = async (): Promise<Refusal> =>
  (
    await openDesk(
      await postJson<CreateAnswer>(ROUTES.games, { scenario: FIRST, names: 'fictional' } satisfies CreateRequest),
    )
  ).refusal;

/** Makes a game: of a scenario of the program, or of one that the facilitator brings as the .zip of its folder. */
export function Create({ scenarios }: { readonly scenarios: readonly string[] }) {
  const [scenario, setScenario] = useState(FIRST);
  const [names, setNames] = useState<CreateRequest['names']>('fictional');
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [no, setNo] = useState<No | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const create = async () => {
    if (scenario === OWN && !file) return chooser.current?.focus();
    setBusy(true);
    const reply =
      scenario === OWN
        ? await postZip<CreateAnswer>(`${ROUTES.ownGames}?names=${names}`, file!)
        : await postJson<CreateAnswer>(ROUTES.games, { scenario, names } satisfies CreateRequest);
    setNo(await openDesk(reply));
    setBusy(false);
  };
  const label = (id: string) => (has(`ui.scenario.${id}`) ? t(`scenario.${id}`) : id);
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void create();
      }}
    >
      <h2>{t('home.create')}</h2>
      <p class="muted">{t('home.create.note')}</p>
      <Select
        label={t('home.scenario')}
        value={scenario}
        options={[
          ...(scenarios.length > 0 ? scenarios : [FIRST]).map((id) => ({ value: id, label: label(id) })),
          { value: OWN, label: t('home.own') },
        ]}
        onChange={(chosen) => {
          setScenario(chosen);
          setNo(null);
        }}
      />
      {scenario === OWN ? (
        <OwnFile
          chooser={chooser}
          onChoose={(chosen) => {
            setFile(chosen);
            setNo(null);
          }}
        />
      ) : (
        <p class="small">
          <a href={`.${ROUTES.scenarioZip(scenario)}`} download>
            {t('home.copy', { scenario: label(scenario) })}
          </a>
        </p>
      )}
      <Choice
        label={t('home.names')}
        value={names}
        options={[
          { value: 'fictional', label: t('names.fictional') },
          { value: 'real', label: t('names.real') },
        ]}
        onChange={setNames}
      />
      <p class="muted small">{t(`names.${names}.note`)}</p>
      <button type="submit" class="button primary" aria-busy={busy || undefined}>
        {t(scenario === OWN ? 'home.own.do' : 'home.create.do')}
      </button>
      <Refused refusal={no?.refusal ?? null} />
      {no?.faults && <Faults faults={no.faults} />}
    </form>
  );
}

function OwnFile(props: {
  readonly chooser: { readonly current: HTMLInputElement | null };
  readonly onChoose: (file: File | null) => void;
}) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{t('home.own.file')}</label>
      <input
        id={id}
        ref={props.chooser}
        class="input"
        type="file"
        accept=".zip,application/zip"
        required
        aria-describedby={`${id}-note`}
        onChange={(event) => props.onChoose(event.currentTarget.files?.[0] ?? null)}
      />
      <p id={`${id}-note`} class="muted small">
        {t('home.own.note')}
      </p>
    </div>
  );
}

/** Every fault with its place. They are written for whoever wrote the file, in the language of its fields. */
const Faults = ({ faults }: { readonly faults: ScenarioFaults['faults'] }) => (
  <ul class="faults stack tight" aria-label={t('home.own.faults')}>
    {faults.map((fault) => (
      <li key={JSON.stringify(fault)} lang="en" dir="ltr">
        <span class="fault-place">{fault.line === null ? fault.file : `${fault.file}:${fault.line}`}</span>{' '}
        <b>{fault.field}</b> <span>{fault.reason}</span>
      </li>
    ))}
  </ul>
);
