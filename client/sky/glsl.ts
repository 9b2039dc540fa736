/** What all shaders of the map begin with (WebGL 1). */

/** A number as GLSL writes a float. */
export const float = (value: number): string => (Number.isInteger(value) ? `${value}.0` : `${value}`);

/** The finest floats that the fragment shader has. */
export const PRECISION = `
#ifdef GL_FRAGMENT_PRECISION_HIGH
precision highp float;
#else
precision mediump float;
#endif
`;
