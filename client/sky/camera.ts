/**
 * The eye: on a sphere around Earth, always looking at its centre, a mild perspective. Lengths are Earth radii.
 * View axes: x to the right, y up, z from Earth's centre towards the eye. The shaders use the same projection.
 */

/** Where the eye stands (inertial longitude and latitude) and how large Earth is drawn (1: the home view). */
export type View = { lonRad: number; latRad: number; zoom: number };

/** The eye's distance from Earth's centre: outside the geostationary ring (6.6), near enough to feel its depth. */
export const EYE_DISTANCE = 12;
/** Earth's radius at zoom 1 as a share of the smaller side of the picture. */
const HOME_SHARE = 0.34;
export const MAX_ZOOM = 12;
/** At this zoom the geostationary ring (7.9 radii to the eye's silhouette of it) fits the smaller side. */
export const BELT_ZOOM = 0.19;
const MIN_ZOOM = 0.1;
const MAX_LATITUDE_RAD = (88 * Math.PI) / 180;

/** A view with its angles and zoom inside their limits. */
export function limited(view: View): View {
  return {
    lonRad: view.lonRad - 2 * Math.PI * Math.floor(view.lonRad / (2 * Math.PI)),
    latRad: Math.min(MAX_LATITUDE_RAD, Math.max(-MAX_LATITUDE_RAD, view.latRad)),
    zoom: Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, view.zoom)),
  };
}

/** A view fitted to a picture: rows of the rotation into view axes, and pixels per Earth radius at Earth's centre. */
export type Camera = {
  readonly right: readonly [number, number, number];
  readonly up: readonly [number, number, number];
  readonly toEye: readonly [number, number, number];
  readonly widthPx: number;
  readonly heightPx: number;
  readonly scalePx: number;
};

/** The camera of a view in a picture of widthPx x heightPx. */
export function cameraOf(view: View, widthPx: number, heightPx: number): Camera {
  const cosLon = Math.cos(view.lonRad);
  const sinLon = Math.sin(view.lonRad);
  const cosLat = Math.cos(view.latRad);
  const sinLat = Math.sin(view.latRad);
  return {
    right: [-sinLon, cosLon, 0],
    up: [-sinLat * cosLon, -sinLat * sinLon, cosLat],
    toEye: [cosLat * cosLon, cosLat * sinLon, sinLat],
    widthPx,
    heightPx,
    scalePx: view.zoom * HOME_SHARE * Math.min(widthPx, heightPx),
  };
}

/** How a point is seen: in the open, covered by Earth, or not at all (beside or behind the eye). */
export const SEEN = 0;
export const COVERED = 1;
export const OUT = 2;

/** Nothing nearer to the eye than this is drawn. */
export const NEAR = 0.5;

/**
 * Projects an inertial point (Earth radii) to out[0..3] = x and y from the picture's top left (px), depth towards the eye, and
 * magnification. Returns SEEN, COVERED or OUT; after OUT, `out` holds nothing useful.
 */
export function projectInto(out: Float64Array, camera: Camera, x: number, y: number, z: number): number {
  const { right, up, toEye } = camera;
  const vx = right[0] * x + right[1] * y;
  const vy = up[0] * x + up[1] * y + up[2] * z;
  const vz = toEye[0] * x + toEye[1] * y + toEye[2] * z;
  const away = EYE_DISTANCE - vz;
  if (!(away > NEAR)) return OUT;
  const magnification = EYE_DISTANCE / away;
  out[0] = camera.widthPx / 2 + vx * magnification * camera.scalePx;
  out[1] = camera.heightPx / 2 - vy * magnification * camera.scalePx;
  out[2] = vz;
  out[3] = magnification;
  return isCovered(vx, vy, vz) ? COVERED : SEEN;
}

/**
 * Whether Earth (the unit sphere) stands between the eye and a point in view axes: the line of sight E + t (P - E) comes
 * nearest to the centre at t = E.(E - P) / |P - E|^2; covered when 0 < t < 1 and that distance is below 1.
 */
function isCovered(x: number, y: number, z: number): boolean {
  const away = EYE_DISTANCE - z;
  const length2 = x * x + y * y + away * away;
  const t = (EYE_DISTANCE * away) / length2;
  return t > 0 && t < 1 && EYE_DISTANCE * EYE_DISTANCE - t * t * length2 < 1;
}

/** Radius (px) of Earth's outline: the cone of sight touches the sphere, D / sqrt(D^2 - 1). */
export const discRadiusPx = (camera: Camera): number =>
  (camera.scalePx * EYE_DISTANCE) / Math.sqrt(EYE_DISTANCE * EYE_DISTANCE - 1);

/** The rotation into view axes as a column-major 3x3 matrix for WebGL. */
export const viewMatrix = ({ right, up, toEye }: Camera): number[] => [
  right[0],
  up[0],
  toEye[0],
  right[1],
  up[1],
  toEye[1],
  right[2],
  up[2],
  toEye[2],
];

/** Part of the way from one view to another (0: from, 1: to), longitude the short way round, zoom in equal ratios. */
export function between(from: View, to: View, share: number): View {
  const turn = to.lonRad - from.lonRad;
  const short = turn - 2 * Math.PI * Math.round(turn / (2 * Math.PI));
  return {
    lonRad: from.lonRad + short * share,
    latRad: from.latRad + (to.latRad - from.latRad) * share,
    zoom: from.zoom * (to.zoom / from.zoom) ** share,
  };
}
