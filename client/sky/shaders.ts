/**
 * The map's GLSL (WebGL 1). Motion is that of motion.ts, projection that of camera.ts; lengths are Earth radii.
 * All colours leave premultiplied with alpha.
 */
import { EYE_DISTANCE, NEAR } from './camera.ts';
import { float, PRECISION } from './glsl.ts';
import { MAX_GROUPS } from './palette.ts';

const CAMERA = `
precision highp float;
const float EYE = ${float(EYE_DISTANCE)};
const float TAU = 6.283185307;
uniform mat3 uView;
uniform vec2 uClipPerRadius;

bool covered(vec3 v) {
  vec3 away = vec3(0.0, 0.0, EYE) - v;
  float length2 = dot(away, away);
  float t = EYE * away.z / length2;
  return t > 0.0 && t < 1.0 && EYE * EYE - t * t * length2 < 1.0;
}

vec2 onPicture(vec3 v) {
  return v.xy * (EYE / (EYE - v.z)) * uClipPerRadius;
}
`;

const ELLIPSE = `
vec3 onEllipse(float a, float e, float inclination, float raan, float argPerigee, float anomaly) {
  float x = a * (cos(anomaly) - e);
  float y = a * sqrt(1.0 - e * e) * sin(anomaly);
  float cosW = cos(argPerigee);
  float sinW = sin(argPerigee);
  float alongNode = x * cosW - y * sinW;
  float across = x * sinW + y * cosW;
  float cosO = cos(raan);
  float sinO = sin(raan);
  float flat_ = across * cos(inclination);
  return vec3(alongNode * cosO - flat_ * sinO, alongNode * sinO + flat_ * cosO, across * sin(inclination));
}
`;

/**
 * Objects: one point each. While a year is played (uPlayed: day, 1) an object fades in for 6 days from its birth and swells, glows
 * and fades in the 14 days before its end. aLife: rate of the perigee, day of birth, day of end. Five Newton steps from Danby's start settle
 * Kepler's equation to 32 bits for e < 0.95.
 */
export const OBJECTS_VERTEX = `
${CAMERA}
${ELLIPSE}
attribute vec4 aShape;
attribute vec4 aPhase;
attribute vec3 aLife;
attribute vec3 aMarks;
uniform float uDays;
uniform float uDrift;
uniform vec2 uPlayed;
uniform float uPointPx;
uniform float uPulse;
uniform float uRest;
uniform float uLowOrbits;
uniform vec4 uGroups[${MAX_GROUPS}];
uniform vec2 uLooks[${MAX_GROUPS}];
varying vec4 vColour;
varying float vSizePx;
varying float vGlow;

void main() {
  vec4 group = uGroups[int(aMarks.x + 0.5)];
  vec2 look = uLooks[int(aMarks.x + 0.5)];
  float meanAnomaly = aPhase.y + aPhase.z * uDays;
  meanAnomaly -= TAU * floor(meanAnomaly / TAU + 0.5);
  float e = aShape.y;
  float anomaly = meanAnomaly + (meanAnomaly < 0.0 ? -0.85 : 0.85) * e;
  for (int i = 0; i < 5; i++) {
    anomaly -= (anomaly - e * sin(anomaly) - meanAnomaly) / (1.0 - e * cos(anomaly));
  }
  vec3 v = uView * onEllipse(aShape.x, e, aShape.z, aShape.w + aPhase.w * uDrift, aPhase.x + aLife.x * uDrift, anomaly);
  bool away = uPlayed.y > 0.0 && (uPlayed.x < aLife.y || uPlayed.x >= aLife.z);
  if (away || group.a == 0.0 || aShape.x == 0.0 || EYE - v.z < ${float(NEAR)} || covered(v)) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    gl_PointSize = 1.0;
    vColour = vec4(0.0);
    vSizePx = 1.0;
    vGlow = 0.0;
    return;
  }
  float facing = v.z / length(v);
  float depth = smoothstep(-0.75, 0.75, facing);
  float fresh = aMarks.y;
  float chosen = max(aMarks.z, uRest);
  float magnified = clamp(EYE / (EYE - v.z), 0.6, 2.0);
  float size = uPointPx * mix(0.72, 1.08, depth) * magnified * mix(0.7, 1.0, group.a) * mix(1.0, 1.35, aMarks.z);
  float alpha = mix(0.26, 1.0, depth) * mix(0.62, 1.0, group.a) * mix(0.10, 1.0, chosen);
  alpha *= mix(uLowOrbits, 1.0, smoothstep(1.35, 2.2, length(v)));
  vGlow = fresh * chosen;
  size *= mix(1.0, 2.3 + 1.1 * uPulse, vGlow);
  alpha = mix(alpha, mix(0.4, 0.9, depth), vGlow);
  float ending = uPlayed.y * smoothstep(aLife.z - 14.0, aLife.z - 4.0, uPlayed.x);
  size *= 1.0 + 2.2 * ending;
  alpha = mix(alpha, mix(0.5, 1.0, depth), ending);
  alpha *= mix(1.0, smoothstep(aLife.y, aLife.y + 6.0, uPlayed.x) * (1.0 - smoothstep(aLife.z - 4.0, aLife.z, uPlayed.x)), uPlayed.y);
  vGlow = max(vGlow, ending);
  size *= look.x;
  alpha *= look.y;
  float drawn = max(size, 1.6);
  alpha *= (size / drawn) * (size / drawn);
  vSizePx = drawn;
  vColour = vec4(mix(group.rgb, vec3(1.0, 0.62, 0.30), 0.8 * ending), alpha);
  gl_PointSize = drawn;
  gl_Position = vec4(onPicture(v), 0.0, 1.0);
}
`;

export const OBJECTS_FRAGMENT = `
${PRECISION}
varying vec4 vColour;
varying float vSizePx;
varying float vGlow;

void main() {
  float r = length(gl_PointCoord * 2.0 - 1.0);
  if (r > 1.0) discard;
  float disc = clamp((1.0 - r) * vSizePx * 0.5 + 0.25, 0.0, 1.0);
  float core = clamp((0.27 - r) * vSizePx * 0.5 + 0.5, 0.0, 1.0);
  float halo = (1.0 - r) * (1.0 - r) * 0.20;
  float alpha = vColour.a * mix(disc, min(1.0, core + halo), vGlow);
  vec3 colour = mix(vColour.rgb, mix(vColour.rgb, vec3(1.0), 0.45), core * vGlow);
  gl_FragColor = vec4(colour * alpha, alpha * mix(0.8, 0.92, vGlow));
}
`;

/** An orbit as a ribbon: aStep.x runs from 0 at the object backwards once round, aStep.y is the side (-1 or 1). */
export const TRACK_VERTEX = `
${CAMERA}
${ELLIPSE}
attribute vec2 aStep;
uniform vec4 uShape;
uniform vec2 uPhase;
uniform vec2 uPicturePx;
uniform float uHalfWidthPx;
uniform vec2 uFade;
varying float vAlpha;
varying float vSide;

vec3 seenAt(float anomaly) {
  return uView * onEllipse(uShape.x, uShape.y, uShape.z, uShape.w, uPhase.x, anomaly);
}

void main() {
  float anomaly = uPhase.y - TAU * aStep.x;
  vec3 v = seenAt(anomaly);
  vec2 here = onPicture(v);
  vec2 along = (onPicture(seenAt(anomaly + 0.004)) - here) * uPicturePx;
  vec2 across = normalize(vec2(-along.y, along.x) + vec2(1e-9, 0.0));
  bool hidden = covered(v) || EYE - v.z < ${float(NEAR)};
  float depth = smoothstep(-0.9, 0.6, v.z / length(v));
  vAlpha = hidden ? 0.0 : mix(0.35, 1.0, depth) * mix(uFade.x, uFade.y, aStep.x);
  vSide = aStep.y;
  gl_Position = vec4(here + across * aStep.y * (uHalfWidthPx + 1.0) * 2.0 / uPicturePx, 0.0, 1.0);
}
`;

export const TRACK_FRAGMENT = `
${PRECISION}
uniform vec3 uColour;
uniform float uSoftPx;
varying float vAlpha;
varying float vSide;

void main() {
  float alpha = vAlpha * clamp((1.0 - abs(vSide)) * uSoftPx, 0.0, 1.0);
  gl_FragColor = vec4(uColour * alpha, alpha * 0.7);
}
`;

/** A ring round one object; its place comes ready from the CPU. */
export const RING_VERTEX = `
precision highp float;
attribute vec2 aNothing;
uniform vec2 uPlace;
uniform float uSizePx;

void main() {
  gl_PointSize = uSizePx;
  gl_Position = vec4(uPlace + aNothing, 0.0, 1.0);
}
`;

export const RING_FRAGMENT = `
${PRECISION}
uniform vec3 uColour;
uniform float uSizePx;
uniform float uStrokePx;
uniform float uAlpha;

void main() {
  float r = length(gl_PointCoord * 2.0 - 1.0) * uSizePx * 0.5;
  float ring = clamp(uStrokePx * 0.5 + 0.5 - abs(r - (uSizePx * 0.5 - uStrokePx - 1.0)), 0.0, 1.0);
  float halo = 0.16 * smoothstep(uSizePx * 0.5, 0.0, r);
  float alpha = uAlpha * max(ring, halo);
  gl_FragColor = vec4(uColour * alpha, alpha);
}
`;

/** Stars: directions at infinity; aStar.w is the brightness. */
export const STARS_VERTEX = `
precision highp float;
attribute vec4 aStar;
uniform mat3 uView;
uniform vec2 uClipPerRadius;
uniform float uPixelRatio;
varying float vBrightness;

void main() {
  vec3 v = uView * aStar.xyz;
  vBrightness = aStar.w;
  gl_PointSize = (1.0 + 1.1 * aStar.w) * uPixelRatio;
  gl_Position = v.z > -0.15 ? vec4(2.0, 2.0, 2.0, 1.0) : vec4(v.xy / -v.z * uClipPerRadius, 0.0, 1.0);
}
`;

export const STARS_FRAGMENT = `
${PRECISION}
varying float vBrightness;

void main() {
  float r = length(gl_PointCoord * 2.0 - 1.0);
  float alpha = 0.8 * vBrightness * (1.0 - smoothstep(0.3, 1.0, r));
  gl_FragColor = vec4(vec3(0.80, 0.87, 1.0) * alpha, alpha);
}
`;
