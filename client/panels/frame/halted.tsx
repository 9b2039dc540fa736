/** A game that stands still: what everybody is told, and what can be done about it at the desk or by one who plays alone. */
import { t } from '../../text.ts';
import { ExportButton } from '../debrief/keep.tsx';
import { Act, useView } from './room.tsx';

/** One line for everybody; null where the game goes on. */
export function HaltedBanner() {
  const { halted, solo, desk } = useView();
  if (!halted) return null;
  return (
    <p class="banner bad" role="status">
      {t(solo ? `halted.alone.${halted}` : desk ? `halted.desk.${halted}` : `halted.${halted}`)}
      {solo && halted === 'year' && <TryAgain />}
    </p>
  );
}

const TryAgain = () => <Act look="primary" label={t('halted.again')} command={{ kind: 'try-again' }} />;

/** At the desk: what failed, what the program says of it, and the ways on that the desk has not got anyhow. */
export function HaltedCard() {
  const { halted, desk } = useView();
  if (!halted || !desk) return null;
  return (
    <section class="card stack">
      <h3>{t(`halted.desk.${halted}`)}</h3>
      <p>{t(`halted.desk.${halted}.do`)}</p>
      <p class="muted small">
        {t('halted.detail')} <code>{desk.halt}</code>
      </p>
      <div class="row">
        {halted === 'year' && <TryAgain />}
        <ExportButton />
      </div>
    </section>
  );
}
