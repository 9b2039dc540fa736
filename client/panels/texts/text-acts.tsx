/** What a seat may do with a tabled text. The view says which acts there are and what each asks: no rule of a forum stands here. */
import type { InstrumentView, TextActView } from '../../../shared/game/view/view-shape.ts';
import { draftOf, draftValue } from '../../model.ts';
import { say } from '../../text.ts';
import { Act, type Look, useRoom } from '../frame/room.tsx';
import { Fields, type Values, valuesOf } from '../parts/fields.tsx';
import { HeardBy } from '../parts/heard.tsx';
import { Explained } from '../parts/term.tsx';
import { ForecastButton } from './forecast.tsx';

/** Acts with a form, the one that most seats do standing open; then a row of those that are a button, with the forecast. */
export function TextActs({ text }: { readonly text: InstrumentView }) {
  const forms = text.acts.filter((act) => act.fields.length > 0);
  const buttons = text.acts.filter((act) => act.fields.length === 0);
  return (
    <div class="stack">
      {forms
        .filter((act) => act.main)
        .map((act) => (
          <div key={act.kind} class="card flat stack" data-until="pledged" tabIndex={-1}>
            <ActForm text={text} act={act} />
          </div>
        ))}
      <div class="row">
        <ForecastButton text={text.values} />
        {buttons.map((act) => (
          <ActButton key={act.kind} text={text} act={act} values={{}} look="usual" />
        ))}
      </div>
      {forms
        .filter((act) => !act.main)
        .map((act) => (
          <details key={act.kind}>
            <summary>{say(act.label)}</summary>
            <div class="card flat stack">
              <ActForm text={text} act={act} />
            </div>
          </details>
        ))}
    </div>
  );
}

type Props = { readonly text: InstrumentView; readonly act: TextActView };

/** An act as a form; half-filled it is kept on this device. */
function ActForm({ text, act }: Props) {
  const { model } = useRoom();
  const field = `act.${text.id}.${act.kind}`;
  const values = valuesOf(act.fields, draftValue<Values>(model, field, {}));
  return (
    <>
      {act.note && (
        <p class="small">
          <Explained text={say(act.note)} />
        </p>
      )}
      <Fields
        fields={act.fields}
        values={values}
        onChange={(next) => {
          draftOf(model, field).value = JSON.stringify(next);
        }}
      />
      <ActButton text={text} act={act} values={values} look="primary" />
      <HeardBy of={{ kind: 'act-on-text' }} />
    </>
  );
}

function ActButton({ text, act, values, look }: Props & { readonly values: Values; readonly look: Look }) {
  const label = say(act.label);
  return (
    <Act
      look={act.sure ? 'grave' : look}
      label={label}
      job={act.job}
      blocked={act.refusal}
      {...(act.sure ? { confirm: { title: label, text: say(act.sure) } } : {})}
      command={{ kind: 'act-on-text', text: text.id, act: act.kind, values }}
    />
  );
}
