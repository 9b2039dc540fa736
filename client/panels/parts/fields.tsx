/** Forms drawn from Field lists: no rule of the game stands here, only kinds of input. */
import type { Field, Option } from '../../../shared/vocabulary/index.ts';
import { say } from '../../text.ts';
import { Choice, Select, Stepper } from './inputs.tsx';
import { Explained } from './term.tsx';

export type Value = string | number | boolean | null | readonly string[];
export type Values = Readonly<Record<string, Value>>;

/** What a form starts from, of the fields that are asked: the initial value of each field, and over it what is already chosen and still fits. */
export function valuesOf(fields: readonly Field[], chosen: Values): Values {
  const values: Record<string, Value> = {};
  for (const field of fields) {
    if (!isAsked(field, values)) continue;
    const value = chosen[field.name];
    values[field.name] = fits(field, value) ? value : field.initial;
  }
  return values;
}

/** Whether a field is asked, as those before it are filled. */
const isAsked = ({ only }: Field, values: Values): boolean => !only || values[only.name] === only.is;

function fits(field: Field, value: Value | undefined): value is Value {
  if (value === undefined) return false;
  if (field.kind === 'toggle') return typeof value === 'boolean';
  if (field.kind === 'count') return typeof value === 'number' && value >= field.min && value <= field.max;
  if (field.kind === 'many') return Array.isArray(value);
  return field.options.some((o) => o.value === value);
}

const MOST_PILLS = 4;

/** The inputs of a form. */
export function Fields(props: {
  readonly fields: readonly Field[];
  readonly values: Values;
  readonly onChange: (values: Values) => void;
}) {
  const set = (name: string, value: Value) => props.onChange({ ...props.values, [name]: value });
  return (
    <>
      {props.fields.map((field) => {
        if (!isAsked(field, props.values)) return null;
        const label = say(field.label);
        const value = props.values[field.name];
        if (field.kind === 'count')
          return (
            <Stepper
              key={field.name}
              label={label}
              value={Number(value)}
              min={field.min}
              max={field.max}
              onChange={(n) => set(field.name, n)}
            />
          );
        if (field.kind === 'toggle')
          return (
            <label key={field.name} class="check">
              <input
                type="checkbox"
                checked={value === true}
                onChange={(event) => set(field.name, event.currentTarget.checked)}
              />
              <span>
                {label}
                {field.note && <span class="muted small"> {say(field.note)}</span>}
              </span>
            </label>
          );
        if (field.kind === 'many') {
          const list = Array.isArray(value) ? (value as readonly string[]) : [];
          return (
            <fieldset key={field.name} class="field">
              <legend class="label">{label}</legend>
              {field.options.map((option) => (
                <label key={option.value} class="check">
                  <input
                    type="checkbox"
                    checked={list.includes(String(option.value))}
                    onChange={(event) =>
                      set(
                        field.name,
                        event.currentTarget.checked
                          ? [...list, String(option.value)]
                          : list.filter((v) => v !== String(option.value)),
                      )
                    }
                  />
                  <span>
                    {say(option.label)}
                    {option.note && <span class="muted small"> {say(option.note)}</span>}
                  </span>
                </label>
              ))}
            </fieldset>
          );
        }
        const options = field.options.map((o) => ({ value: o.value, label: say(o.label) }));
        const note = field.options.find((o) => o.value === value)?.note;
        const Input = options.length <= MOST_PILLS ? Choice<Option['value']> : Select<Option['value']>;
        return (
          <div key={field.name} class="stack tight">
            <Input
              label={label}
              value={value as Option['value']}
              options={options}
              onChange={(v) => set(field.name, v)}
            />
            {[...(field.notes ?? []), ...(note ? [note] : [])].map((line) => (
              <p key={JSON.stringify(line)} class="muted small">
                <Explained text={say(line)} />
              </p>
            ))}
          </div>
        );
      })}
    </>
  );
}
