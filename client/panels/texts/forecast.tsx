import { useState } from 'preact/hooks';
import type { Package } from '../../../shared/clauses/text.ts';
import type { Forecast } from '../../../shared/game/other-worlds/forecast-shape.ts';
import type { ForecastAnswer } from '../../../shared/protocol.ts';
import { t, why } from '../../text.ts';
import { useRoom, useView } from '../frame/room.tsx';
import { BandChart, LINE_LOOKS } from '../parts/bands.tsx';
import { CloseButton, Dialog } from '../parts/dialog.tsx';
import { DataTable, percent } from '../parts/parts.tsx';
import { Explained } from '../parts/term.tsx';

/** Asks what the sky would look like with a text, and shows the answer over the page. */
export function ForecastButton({ text }: { readonly text: Package }) {
  const { session } = useRoom();
  const view = useView();
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<ForecastAnswer | null>(null);
  if (!view.own) return null;
  const ask = async () => {
    if (busy) return;
    setBusy(true);
    setAnswer(await session.forecast(text));
    setBusy(false);
  };
  return (
    <>
      <button type="button" class="button" aria-busy={busy || undefined} onClick={() => void ask()}>
        {busy ? t('forecast.busy') : t('forecast.ask')}
      </button>
      {answer && (
        <Dialog title={t('forecast.title')} onClose={() => setAnswer(null)}>
          {'code' in answer ? <p class="reason no">{why(answer)}</p> : <ForecastView forecast={answer} />}
          <CloseButton />
        </Dialog>
      )}
    </>
  );
}

/** The paired difference first, the bands under it, the assumptions beside: nothing here is certain, and it says so. */
export function ForecastView({ forecast }: { readonly forecast: Forecast }) {
  const { years } = forecast;
  return (
    <div class="stack">
      {forecast.skyUnchanged ? (
        <p class="note">
          <Explained text={t('forecast.unchanged')} />
        </p>
      ) : (
        <ul class="stack">
          {forecast.differences
            .filter((d) => d.world !== 'none')
            .map((d) => {
              const end = d.bands.at(-1);
              return (
                end && (
                  <li key={d.world} class="note">
                    {t('forecast.difference', {
                      world: t(`world.${d.world}`),
                      p50: signed(end.p50),
                      p10: signed(end.p10),
                      p90: signed(end.p90),
                      year: years.at(-1) ?? 0,
                    })}
                  </li>
                )
              );
            })}
        </ul>
      )}
      {forecast.proof && (
        <p class="note good">
          {t('forecast.proof', { without: percent(forecast.proof.without), with: percent(forecast.proof.with) })}
        </p>
      )}
      <BandChart
        title={t('forecast.chart')}
        unit={t('unit.passes')}
        years={years}
        lines={forecast.worlds.map((w, i) => ({
          ...(LINE_LOOKS[i] ?? LINE_LOOKS[0]),
          name: t(`world.${w.world}`),
          p10: w.bands.map((b) => b.p10),
          p50: w.bands.map((b) => b.p50),
          p90: w.bands.map((b) => b.p90),
        }))}
      />
      <DataTable
        caption={t('forecast.assumed')}
        head={[t('forecast.world'), t('forecast.parties'), t('forecast.tests'), t('forecast.disposal')]}
        numbers={[1, 2]}
        stacks
        rows={forecast.worlds.map((w) => [
          t(`world.${w.world}`),
          w.assumptions.parties.length,
          t('decimal', { n: w.assumptions.testsPerYear }),
          t('forecast.disposal.value', {
            percent: Math.round(w.assumptions.disposalSuccess * 100),
            years: Math.round(w.assumptions.disposalYears),
          }),
        ])}
      />
      <p class="muted small">{t('forecast.method', { seeds: forecast.seeds })}</p>
    </div>
  );
}

const signed = (share: number): string => t('signed-percent', { n: Math.round(share * 100) });
