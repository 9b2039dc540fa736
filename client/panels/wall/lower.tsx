import type { ComponentChildren } from 'preact';

/** One sentence over the foot of the map. `fresh`: about what has just happened. */
export const Lower = ({ fresh, children }: { readonly fresh?: boolean; readonly children: ComponentChildren }) => (
  <p class={`wall-lower ${fresh ? 'fresh' : ''}`} dir="auto">
    {children}
  </p>
);
