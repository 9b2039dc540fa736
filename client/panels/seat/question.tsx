/** The check question of the briefing: put to every delegation, answered by one person of it, waived by the facilitator. */
import type { Gate } from '../../../shared/game/seat.ts';
import { say, t } from '../../text.ts';
import { lazy } from '../frame/lazy.tsx';
import { Act, SeatTag, useView } from '../frame/room.tsx';

const AltitudeRule = lazy(() => import('../parts/three-dots-rule.tsx').then((part) => part.AltitudeRule));
/** Four discs and a name stand beside one another on the smallest phone. */
const DISC_PX = 42;

const SHUT: ReadonlySet<Gate> = new Set(['asked', 'wrong']);

/** The question on a delegate's screen, from when it is put. */
export function Question() {
  const { own } = useView();
  if (!own?.question) return null;
  const { gate, words, answers, picture } = own.question;
  return (
    <section class="card gold stack" aria-live="polite">
      <h2>{t('question.title')}</h2>
      <p>{say(words)}</p>
      {gate === 'passed' ? (
        <>
          <p class="badge good">{t('question.passed')}</p>
          {picture === 'altitudes' && <AltitudeRule size={DISC_PX} />}
        </>
      ) : (
        <>
          <p class="muted small">{t('question.lead')}</p>
          <div class="stack tight">
            {answers.map((answer, i) => (
              <Act key={answer.key} quiet label={say(answer)} command={{ kind: 'answer-question', answer: i }} />
            ))}
          </div>
          {gate === 'wrong' && (
            <p class="reason no" role="alert">
              {t('question.wrong')}
            </p>
          )}
        </>
      )}
    </section>
  );
}

/** The facilitator's side: put it, see who has answered, waive it. */
export function DeskQuestion() {
  const view = useView();
  const { desk } = view;
  if (!desk) return null;
  const { words, answers, right } = desk.question;
  const asked = view.seats.filter((seat) => !seat.bot && desk.seats[seat.id]!.gate !== 'none');
  return (
    <>
      <p class="muted small">
        {say(words)} {t('question.right', { answer: say(answers[right]!) })}
      </p>
      {view.may['ask-question'] && (
        <div class="row">
          <Act
            quiet
            label={asked.length > 0 ? t('question.again') : t('question.ask')}
            command={{ kind: 'ask-question' }}
          />
        </div>
      )}
      {asked.map((seat) => (
        <div key={seat.id} class="row apart">
          <SeatTag id={seat.id} />
          <GateMark seat={seat.id} />
        </div>
      ))}
    </>
  );
}

/** Whether a delegation has answered, and the waiver where it has not. `open`: only while it has not. */
export function GateMark({ seat, open }: { readonly seat: string; readonly open?: boolean }) {
  const gate = useView().desk?.seats[seat]?.gate ?? 'none';
  if (gate === 'none' || (open && !SHUT.has(gate))) return null;
  return (
    <span class="row">
      <span class={`badge ${gate === 'passed' ? 'good' : SHUT.has(gate) ? 'warn' : ''}`}>{t(`gate.${gate}`)}</span>
      {SHUT.has(gate) && (
        <Act quiet look="plain" label={t('question.waive')} command={{ kind: 'waive-question', seat }} />
      )}
    </span>
  );
}
