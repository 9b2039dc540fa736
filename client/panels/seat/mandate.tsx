import { useState } from 'preact/hooks';
import { STRIKE_BANDS } from '../../../shared/vocabulary/index.ts';
import { say, t } from '../../text.ts';
import { Act, useView } from '../frame/room.tsx';
import { HeardBy } from '../parts/heard.tsx';
import { Select } from '../parts/inputs.tsx';
import { Bar, DataTable, PanelFrame, ScaleRow } from '../parts/parts.tsx';

/** What this seat is asked to reach, how far it is, why, and what each text would be worth to it. */
export function Mandate() {
  const view = useView();
  const { own } = view;
  if (!own) return null;
  const texts = view.instruments.filter((i) => own.withText[i.id] !== undefined);
  const points = (n: number) => t('number', { n: Math.round(n) });
  return (
    <PanelFrame title={t('mandate.title')} lead={t('mandate.lead')}>
      <section class="card stack">
        <div class="row apart">
          <div class="stack tight">
            <span class="score">{points(own.ownNow)}</span>
            <span class="muted small">{t('mandate.now')}</span>
          </div>
          <span class="badge">{t('mandate.invented')}</span>
        </div>
        <ScaleRow label={t('mandate.now.long')} value={points(own.ownNow)} share={own.ownNow / 100} />
        <ScaleRow label={t('mandate.no-deal')} value={points(own.noDeal)} share={own.noDeal / 100} tone="warn" />
        {texts.map((text) => (
          <ScaleRow
            key={text.id}
            label={t('mandate.with', { n: text.number })}
            value={points(own.withText[text.id] ?? 0)}
            share={(own.withText[text.id] ?? 0) / 100}
            tone="good"
          />
        ))}
        {own.withStrike &&
          STRIKE_BANDS.map((band) => {
            const score = own.withStrike?.[band] ?? 0;
            return (
              <ScaleRow
                key={band}
                label={t('mandate.with-strike', { band: t(`band.${band}`) })}
                value={points(score)}
                share={score / 100}
                tone="warn"
              />
            );
          })}
        {own.withStrike && <p class="muted small">{t('mandate.with-strike.note')}</p>}
        {own.premium !== 0 && <p class="small">{t('results.premium', { n: own.premium })}</p>}
        {own.breach !== 0 && <p class="small">{t('results.breach', { n: -own.breach })}</p>}
      </section>
      {own.objectives.map((objective) => (
        <section key={objective.id} class="card stack">
          <div class="row apart">
            <h3 class="grow">{say(objective.words)}</h3>
            <span class="badge">{t('mandate.weight', { n: objective.weight })}</span>
          </div>
          <div class="stack tight">
            <Bar share={objective.grade} tone={objective.grade >= 0.6 ? 'good' : 'warn'} />
            <p class="small">
              {t('mandate.grade', {
                share: Math.round(objective.grade * 100),
                points: Math.round(objective.grade * objective.weight),
                of: objective.weight,
              })}
            </p>
          </div>
          {objective.causes.length > 0 && (
            <details>
              <summary>{t('mandate.why')}</summary>
              <ul class="stack tight small">
                {objective.causes.map((cause) => (
                  <li key={JSON.stringify(cause)}>{say(cause)}</li>
                ))}
              </ul>
            </details>
          )}
        </section>
      ))}
      {own.canSwapWeights && <Swap />}
      {own.counters.length > 0 && (
        <DataTable
          caption={t('mandate.counters')}
          head={[
            t('turn'),
            t('counter.passes'),
            t('counter.burns'),
            t('counter.shelter'),
            t('counter.pieces'),
            t('counter.lost'),
          ]}
          numbers={[0, 1, 2, 3, 4, 5]}
          stacks
          rows={own.counters.map((c, i) => [
            i + 1,
            t('decimal', { n: c.closePassesPerSatYear }),
            t('number', { n: c.burns }),
            t('number', { n: c.shelterDays }),
            t('number', { n: c.piecesUp }),
            t('number', { n: c.lost }),
          ])}
        />
      )}
    </PanelFrame>
  );
}

/** A private card lets this seat swap two weights, once. */
function Swap() {
  const objectives = useView().own?.objectives ?? [];
  const [first, setFirst] = useState(0);
  const [second, setSecond] = useState(1);
  const options = objectives.map((o, i) => ({ value: i, label: say(o.words) }));
  return (
    <section class="card gold stack">
      <h3>{t('swap.title')}</h3>
      <p class="small">{t('swap.note')}</p>
      <HeardBy of={{ kind: 'swap-weights' }} />
      <Select label={t('swap.first')} value={first} options={options} onChange={setFirst} />
      <Select label={t('swap.second')} value={second} options={options} onChange={setSecond} />
      <Act
        look="primary"
        label={t('swap.do')}
        confirm={{ title: t('swap.do'), text: t('swap.sure') }}
        command={{ kind: 'swap-weights', first, second }}
      />
    </section>
  );
}
