import { useState } from 'preact/hooks';
import { type InjectId, tooLong } from '../../../shared/vocabulary/index.ts';
import { draftOf, typed } from '../../model.ts';
import { say, t } from '../../text.ts';
import { Act, SeatTag, useRoom, useView } from '../frame/room.tsx';
import { CloseButton, Dialog } from '../parts/dialog.tsx';
import { DraftBox } from '../parts/inputs.tsx';
import { Empty, PanelFrame } from '../parts/parts.tsx';

/** Other words for an event, written before it comes. */
function EditInject({ id, words }: { readonly id: InjectId; readonly words: string }) {
  const { model } = useRoom();
  const [open, setOpen] = useState(false);
  const draft = draftOf(model, `inject.${id}`);
  return (
    <>
      <button
        type="button"
        class="button"
        onClick={() => {
          draft.value ||= words;
          setOpen(true);
        }}
      >
        {t('injects.edit')}
      </button>
      {open && (
        <Dialog title={t('injects.edit')} onClose={() => setOpen(false)}>
          <p class="muted small">{t('injects.edit.note')}</p>
          <DraftBox draft={draft} label={t('injects.edit.title')} hint="" rows={5} />
          <Act
            look="primary"
            label={t('injects.edit.do')}
            blocked={tooLong(draft.value.trim())}
            command={{ kind: 'edit-inject', inject: id, text: draft.value.trim() }}
            onDone={() => {
              draft.value = '';
              setOpen(false);
            }}
          />
          <CloseButton cancel />
        </Dialog>
      )}
    </>
  );
}

/** Prepared events: fire one early, write other words, skip it or put it back. */
export function DeskInjects() {
  const { model } = useRoom();
  const view = useView();
  // What is to come stands first: that is what can be changed.
  const injects = (view.desk?.injects ?? []).toSorted(
    (a, b) => Number(a.status !== 'waiting') - Number(b.status !== 'waiting') || a.planned - b.planned,
  );
  return (
    <PanelFrame title={t('injects.title')} lead={t('injects.lead')}>
      {injects.length === 0 && <Empty>{t('injects.none')}</Empty>}
      {injects.map((inject) => (
        <article key={inject.id} class="card stack">
          <div class="row apart">
            <strong>{say(inject.words)}</strong>
            <span class={`badge ${inject.status === 'fired' ? 'good' : ''}`}>{t(`inject.${inject.status}`)}</span>
          </div>
          <p class="muted small">
            {inject.turn === null ? t('injects.planned', { n: inject.planned }) : t('turn.n', { n: inject.turn })}
            {inject.text && ` · ${t('injects.edited')}`}
          </p>
          <p class="small" dir="auto">
            {typed(model, inject.text) ?? say(inject.card)}
          </p>
          {inject.seat && <SeatTag id={inject.seat} />}
          {inject.status === 'waiting' && (
            <div class="row">
              <Act
                quiet
                label={t('injects.fire')}
                confirm={{ title: t('injects.fire'), text: t('injects.fire.sure') }}
                command={{ kind: 'fire-inject', inject: inject.id }}
              />
              <Act quiet label={t('injects.skip')} command={{ kind: 'skip-inject', inject: inject.id }} />
              <EditInject id={inject.id} words={typed(model, inject.text) ?? say(inject.card)} />
            </div>
          )}
          {inject.revocable && (
            <Act
              quiet
              label={t('injects.withdraw')}
              confirm={{ title: t('injects.withdraw'), text: t('injects.withdraw.sure') }}
              command={{ kind: 'withdraw-inject', inject: inject.id }}
            />
          )}
          {(inject.status === 'skipped' || inject.status === 'withdrawn') && (
            <Act quiet label={t('injects.restore')} command={{ kind: 'restore-inject', inject: inject.id }} />
          )}
        </article>
      ))}
    </PanelFrame>
  );
}
