/** Promises against conduct: what a machine can check of what seats promised, said and stood for. */

import { termWords } from '../../../shared/terms/index.ts';
import { say, t } from '../../text.ts';
import { SeatTag, seatName, useView } from '../frame/room.tsx';
import { DataTable, Empty } from '../parts/parts.tsx';

/** Three tables; those without a line are left out. */
export function Promises() {
  const view = useView();
  const said = view.debrief.promises;
  if (!said) return null;
  const { promises, statements, stands } = said;
  const verdict = (is: boolean | null, yes: string, no: string) => (
    <span class={`badge ${is === null ? '' : is ? 'good' : 'bad'}`}>
      {is === null ? t('promises.open') : is ? yes : no}
    </span>
  );
  return (
    <section class="stack">
      <h3>{t('promises.title')}</h3>
      <p class="muted small">{t('promises.lead')}</p>
      {promises.length + statements.length + stands.length === 0 && <Empty>{t('promises.none')}</Empty>}
      {promises.length > 0 && (
        <DataTable
          caption={t('promises.offers')}
          head={[t('turn'), t('seats.seat'), t('promises.to'), t('promises.promise'), t('promises.verdict')]}
          numbers={[0]}
          stacks
          rows={promises.map((p) => [
            p.turn,
            <SeatTag key="seat" id={p.seat} />,
            seatName(view, p.to),
            say(termWords(view, p.term)),
            verdict(p.kept, t('promises.kept'), t('promises.broken')),
          ])}
        />
      )}
      {statements.length > 0 && (
        <DataTable
          caption={t('promises.statements')}
          head={[t('turn'), t('seats.seat'), t('promises.statement'), t('promises.verdict')]}
          numbers={[0]}
          stacks
          rows={statements.map((s) => [
            s.turn,
            <SeatTag key="seat" id={s.seat} />,
            t(`said.${s.say}`, {
              of: s.of ? seatName(view, s.of) : '',
              cause: s.cause ? t(`cause.${s.cause}`) : '',
            }),
            s.say === 'consult' ? '–' : verdict(s.right, t('promises.right'), t('promises.wrong')),
          ])}
        />
      )}
      {stands.length > 0 && (
        <DataTable
          caption={t('promises.stands')}
          head={[t('promises.text'), t('seats.seat'), t('promises.agreed'), t('promises.signed')]}
          numbers={[0]}
          stacks
          rows={stands.map((s) => [
            s.number,
            <SeatTag key="seat" id={s.seat} />,
            t('promises.of', { n: s.agreed.length, of: s.said.length }),
            s.signed ? t('yes') : t('no'),
          ])}
        />
      )}
    </section>
  );
}
