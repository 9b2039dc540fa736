/**
 * Properties are tried on the same values each time, so that a run that fails is the change's fault and can be repeated.
 * `PROPERTY_SEED=n` tries others.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 1957) });
