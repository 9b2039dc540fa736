/** The lesson beside the real screens: one calm card that says what to do next, and goes on when it has been done. */
import '../../styles/lesson.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { isDone } from '../../../shared/game/time/lesson.ts';
import type { LessonView } from '../../../shared/game/time/lesson-shape.ts';
import { draftOf } from '../../model.ts';
import { say, t } from '../../text.ts';
import { useRoom, useView } from '../frame/room.tsx';
import { Explained } from '../parts/term.tsx';

/** The card of the step that the learner has come to; earlier ones can be read again. */
export function Lesson() {
  const { model } = useRoom();
  const view = useView();
  const steps = view.lesson ?? [];
  const kept = draftOf(model, 'lesson');
  const folded = draftOf(model, 'lesson.folded');
  const at = Math.min(Number(kept.value) || 0, steps.length);
  const [back, setBack] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const open = model.panel.value;
  const now = steps[at];
  const done = now !== undefined && isDone(now.until, view, open);
  const go = (to: number) => {
    kept.value = String(to);
    setBack(0);
  };
  // The button that was pressed may be gone: keys and readers go on from the new step.
  const press = (act: () => void) => () => {
    act();
    heading.current?.focus();
  };
  useEffect(() => {
    if (done) go(at + 1);
  }, [done, at]);
  const step = steps[Math.min(at, steps.length - 1) - back];
  if (!step || (at >= steps.length && back === 0)) return null;
  const fold = folded.value === 'yes';
  const last = at === steps.length - 1;
  return (
    <section class="lesson" aria-label={t('lesson')}>
      <div role="status">
        <p class="small muted">{t('lesson.step', { n: at - back + 1, of: steps.length })}</p>
        <h2 tabIndex={-1} ref={heading}>
          {say(step.title)}
        </h2>
        {!fold && (
          <p>
            <Explained text={say(step.words)} />
          </p>
        )}
      </div>
      <button
        type="button"
        class="button plain lesson-fold"
        aria-expanded={!fold}
        onClick={() => {
          folded.value = fold ? '' : 'yes';
        }}
      >
        {t(fold ? 'lesson.unfold' : 'lesson.fold')}
      </button>
      {!fold && (
        <div class="row">
          {back > 0 && (
            <button type="button" class="button primary" onClick={press(() => setBack(back - 1))}>
              {t('lesson.next')}
            </button>
          )}
          {back === 0 && <Onward step={step} last={last} onNext={press(() => go(at + 1))} />}
          {at - back > 0 && (
            <button type="button" class="button plain" onClick={press(() => setBack(back + 1))}>
              {t('lesson.back')}
            </button>
          )}
        </div>
      )}
    </section>
  );
}

/** What is done further down in a panel: the part with `data-until` of the step's kind is where. */
const PLACED = new Set<LessonView['until']['kind']>(['position', 'tabled', 'asked', 'enough', 'pledged', 'stated']);

/** Brings the place of a step into sight; keys and readers go on from there. */
function showPlace(kind: string): void {
  const place = document.querySelector<HTMLElement>(`[data-until~="${kind}"]`);
  place?.scrollIntoView();
  place?.focus({ preventScroll: true });
}

/** What leads on from the present step: to read on, to open where it is done, or to leave it out. */
function Onward(props: { readonly step: LessonView; readonly last: boolean; readonly onNext: () => void }) {
  const { model } = useRoom();
  const { step, last, onNext } = props;
  const { panel } = step;
  const show = () => {
    if (panel === 'map' || panel === 'table') model.stage.value = panel;
    if (panel) model.panel.value = panel;
  };
  // Beside a panel the map and the table are in sight already.
  const there =
    panel === model.panel.value || (panel === model.stage.value && matchMedia('(min-width: 900px)').matches);
  const read = step.until.kind === 'read';
  return (
    <>
      {panel && !there && (
        <button type="button" class={`button ${read ? '' : 'primary'}`} onClick={show}>
          {t('lesson.open', { panel: t(`panel.${panel}`) })}
        </button>
      )}
      {panel && there && PLACED.has(step.until.kind) && (
        <button type="button" class="button primary" onClick={() => showPlace(step.until.kind)}>
          {t('lesson.show')}
        </button>
      )}
      {read ? (
        <button type="button" class="button primary" onClick={onNext}>
          {t(last ? 'lesson.end' : 'lesson.next')}
        </button>
      ) : (
        <button type="button" class="button plain" onClick={onNext}>
          {t('lesson.skip')}
        </button>
      )}
    </>
  );
}
