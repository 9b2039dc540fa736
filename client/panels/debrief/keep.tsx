/**
 * What can be kept of a game: log, report, tables; and what need not be: the words that were typed, or all of it. The key goes in a header,
 * so each file comes through a blob.
 */
import { useState } from 'preact/hooks';
import { type Deleted, type Erased, ROUTES, TABLES, type TableName } from '../../../shared/protocol.ts';
import type { Refusal } from '../../../shared/vocabulary/index.ts';
import { deleteAt, saveFile } from '../../http.ts';
import { language, t, why } from '../../text.ts';
import { useRoom, useView } from '../frame/room.tsx';
import { Confirm } from '../parts/dialog.tsx';
import { Refused } from '../parts/parts.tsx';

function SaveButton(props: {
  readonly label: string;
  readonly plain?: boolean;
  readonly save: () => Promise<Refusal | null>;
}) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const go = async () => {
    if (busy) return;
    setBusy(true);
    setRefusal(await props.save());
    setBusy(false);
  };
  return (
    <span class="act">
      <button
        type="button"
        class={`button ${props.plain ? 'plain' : ''}`}
        aria-busy={busy || undefined}
        onClick={() => void go()}
      >
        {props.label}
      </button>
      <Refused refusal={refusal} inline />
    </span>
  );
}

/** Saves the game's log. */
export function ExportButton() {
  const { model, key } = useRoom();
  const { code } = model;
  const save = () => saveFile(ROUTES.export(code), key, `kessler-${code}.jsonl`, 'application/jsonl');
  return <SaveButton label={t('desk.export')} save={save} />;
}

/** Everything that can be kept, once play is over. */
export function KeepRecord() {
  const { model, key } = useRoom();
  const view = useView();
  const { code } = model;
  const report = () => saveFile(ROUTES.report(code, language.value), key, `kessler-${code}.html`, 'text/html');
  const table = (name: TableName) =>
    saveFile(ROUTES.table(code, name, language.value), key, `kessler-${code}-${name}.csv`, 'text/csv');
  const all = () => saveFile(ROUTES.tables(code, language.value), key, `kessler-${code}-tables.zip`, 'application/zip');
  return (
    <div class="stack">
      {(view.desk ?? view.debrief).results && (
        <>
          <SaveButton label={t('save.report')} save={report} />
          <p class="muted small">{t('save.report.note')}</p>
        </>
      )}
      <SaveButton label={t('save.tables')} save={all} />
      <p class="muted small">{t('save.tables.note')}</p>
      <details>
        <summary>{t('save.each')}</summary>
        <div class="row">
          {TABLES.map((name) => (
            <SaveButton key={name} plain label={t(`table.${name}`)} save={() => table(name)} />
          ))}
        </div>
      </details>
      <EraseWords />
      <DeleteGame />
    </div>
  );
}

/** Takes away for good what people have typed. */
function EraseWords() {
  const { model, key } = useRoom();
  const erase = async () => {
    const reply = await deleteAt<Erased>(ROUTES.typed(model.code), key);
    return 'refusal' in reply ? why(reply.refusal) : t('erase.done', { count: reply.value.texts });
  };
  return <ForGood label={t('erase')} note={t('erase.note')} sure={t('erase.sure')} act={erase} />;
}

/** Deletes the whole game: everybody's page of it ends. */
function DeleteGame() {
  const { model, key } = useRoom();
  const remove = async () => {
    const reply = await deleteAt<Deleted>(ROUTES.game(model.code), key);
    return 'refusal' in reply ? why(reply.refusal) : t('delete-game.done');
  };
  return <ForGood label={t('delete-game')} note={t('delete-game.note')} sure={t('delete-game.sure')} act={remove} />;
}

/** A button for what cannot be had again, after a question; `act` answers with what is told then. */
function ForGood(props: {
  readonly label: string;
  readonly note: string;
  readonly sure: string;
  readonly act: () => Promise<string>;
}) {
  const { label, note, sure, act } = props;
  const [asking, setAsking] = useState(false);
  const [answer, setAnswer] = useState<string | null>(null);
  return (
    <div class="stack">
      <span class="act">
        <button type="button" class="button grave" onClick={() => setAsking(true)}>
          {label}
        </button>
        {answer && (
          <span class="reason" role="status">
            {answer}
          </span>
        )}
      </span>
      <p class="muted small">{note}</p>
      {asking && (
        <Confirm
          title={label}
          text={sure}
          label={label}
          grave
          onYes={() => void act().then(setAnswer)}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
