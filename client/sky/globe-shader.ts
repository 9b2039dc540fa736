/** The globe in GLSL: land, night and air. */
import { EYE_DISTANCE } from './camera.ts';
import { float, PRECISION } from './glsl.ts';

/**
 * The globe: a ray through each pixel meets the unit sphere; land (red), shore (green) and shelf (blue) come from the coastline
 * texture, the colours of the land from another. uPixelRadii is one pixel in Earth radii, for soft edges and line widths.
 */
export const GLOBE_FRAGMENT = `
#pragma phaserTemplate(shaderName)
${PRECISION}
const float EYE = ${float(EYE_DISTANCE)};
const float PI = 3.141592654;
uniform sampler2D uLandNear;
uniform sampler2D uLandMiddle;
uniform sampler2D uLandFar;
uniform sampler2D uGround;
uniform mat3 uToEarth;
uniform vec3 uSun;
uniform vec2 uCentrePx;
uniform float uPixelRadii;

float gridLine(float degrees, float spacing, float width) {
  float off = abs(mod(degrees + spacing * 0.5, spacing) - spacing * 0.5);
  return 1.0 - smoothstep(width * 0.4, width * 1.5, off);
}

void main() {
  vec3 ray = normalize(vec3((gl_FragCoord.xy - uCentrePx) * uPixelRadii, -EYE));
  float b = EYE * ray.z;
  float miss2 = EYE * EYE - b * b;
  float miss = sqrt(miss2);
  vec3 nearest = vec3(0.0, 0.0, EYE) - ray * b;
  float sunAtRim = dot(normalize(nearest), uSun);
  // Air is blue by day, reddened where the Sun is low, and a trace of it is left at night.
  vec3 air = mix(vec3(0.10, 0.20, 0.46), vec3(0.33, 0.63, 1.0), smoothstep(-0.25, 0.35, sunAtRim));
  air = mix(air, vec3(0.86, 0.52, 0.34), 0.42 * exp(-pow((sunAtRim + 0.02) * 5.5, 2.0)));
  float airLight = 0.10 + 0.90 * smoothstep(-0.32, 0.5, sunAtRim);

  float height = max(miss - 1.0, 0.0);
  float halo = (0.62 * exp(-height * 60.0) + 0.30 * exp(-height * 15.0) + 0.10 * exp(-height * 5.0)) * airLight;
  halo *= 1.0 - smoothstep(0.26, 0.39, height);
  vec4 outside = vec4(air * halo, halo * 0.5);

  float inside = clamp((1.0 - miss) / uPixelRadii + 0.5, 0.0, 1.0);
  if (inside == 0.0) {
    gl_FragColor = outside;
    return;
  }
  vec3 hit = vec3(0.0, 0.0, EYE) + ray * (-b - sqrt(max(1.0 - miss2, 0.0)));
  vec3 normal = normalize(hit);
  vec3 ground = uToEarth * normal;
  float lat = asin(clamp(ground.z, -1.0, 1.0));
  float lon = atan(ground.y, ground.x);
  vec2 place = vec2(lon / (2.0 * PI) + 0.5, lat / PI + 0.5);
  float facing = max(dot(normal, -ray), 0.0);
  // The texture whose pixels are about as large on the ground as those of the picture, which the limb stretches.
  float footprint = uPixelRadii / sqrt(max(facing, 0.08));
  float far = smoothstep(0.004, 0.011, footprint);
  vec3 mask = mix(texture2D(uLandNear, place).rgb, texture2D(uLandMiddle, place).rgb, smoothstep(0.0012, 0.0028, footprint));
  mask = mix(mask, texture2D(uLandFar, place).rgb, far);

  // Linear light: a lit hemisphere that falls off to a short dusk, and a night in which coasts can still be told.
  float sun = dot(normal, uSun);
  float day = smoothstep(-0.10, 0.22, sun);
  float light = day * (0.50 + 0.50 * clamp(sun, 0.0, 1.0));
  float dusk = exp(-pow((sun - 0.03) * 8.0, 2.0));

  vec3 sea = vec3(0.028, 0.132, 0.292) + mask.b * vec3(0.030, 0.170, 0.185);
  vec3 soil = texture2D(uGround, place).rgb;
  soil *= 0.50 + 0.52 * soil;
  vec3 lit = mix(sea, soil, mask.r) + mask.g * vec3(0.090, 0.115, 0.100) * mix(1.0, 0.3, far);
  vec3 dark = mix(vec3(0.010, 0.024, 0.058), vec3(0.042, 0.056, 0.082), mask.r) + mask.g * vec3(0.070, 0.105, 0.150);
  vec3 colour = dark * (1.0 - day) + lit * light;
  colour += dusk * vec3(0.060, 0.030, 0.014) * (0.4 + 0.6 * mask.r);

  float mirrored = max(dot(reflect(ray, normal), uSun), 0.0);
  colour += (1.0 - mask.r) * day * (pow(mirrored, 40.0) * vec3(0.17, 0.17, 0.15) + pow(mirrored, 6.0) * vec3(0.030, 0.070, 0.088));

  float cosLat = max(cos(lat), 0.02);
  float width = degrees(uPixelRadii) / max(facing, 0.25) * 0.8;
  float grid = max(
    gridLine(degrees(lat), 15.0, width),
    gridLine(degrees(lon), 15.0, width / cosLat) * smoothstep(0.09, 0.2, cosLat)
  );
  float equator = 1.0 - smoothstep(width * 0.6, width * 1.9, abs(degrees(lat)));
  colour += (grid * 0.018 + equator * 0.026) * (0.5 + 0.5 * day) * vec3(0.75, 0.9, 1.0) * smoothstep(0.014, 0.005, uPixelRadii) * smoothstep(0.05, 0.5, facing);

  // Looking along the limb means looking through more air.
  float limb = 1.0 - facing;
  float depth = pow(limb, 2.6);
  colour = mix(colour, air * (0.05 + 0.62 * airLight), 0.78 * depth);
  colour += air * airLight * (0.30 * pow(limb, 7.0) + 0.035 * limb);

  gl_FragColor = mix(outside, vec4(colour, 1.0), inside);
}
`;
