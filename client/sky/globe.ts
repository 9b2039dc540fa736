/** The globe as a Phaser shader between the stars and the objects: coastlines, land and sea by day and night, air. */
import type { GameObjects, Scene } from 'phaser';
import { type Camera, discRadiusPx } from './camera.ts';
import { greenwichAngleRad, sunDirection } from './earth.ts';
import { GLOBE_FRAGMENT } from './globe-shader.ts';
import { drawGround } from './ground.ts';
import { drawLand, shrunk } from './land.ts';

/** Widths of the coastline textures, for a globe drawn large, as at home, and small. */
const LAND_PX = [4096, 2048, 512] as const;
const LAND_UNIFORMS = ['uLandNear', 'uLandMiddle', 'uLandFar'] as const;
/** The air is drawn this far out, Earth radii. */
const AIR_REACH = 1.4;

export type Globe = { fit(camera: Camera, daysJ2000: number): void };

/** Adds the globe to a scene. `fit` places it for a camera and an instant; call it before each frame. */
export function addGlobe(scene: Scene): Globe {
  const gl = (scene.renderer as Phaser.Renderer.WebGL.WebGLRenderer).gl;
  const largest = gl.getParameter(gl.MAX_TEXTURE_SIZE) as number;
  const uniforms: Record<string, number | number[]> = {};
  let land = drawLand(Math.min(LAND_PX[0], largest));
  const textures = LAND_PX.map((widthPx, unit) => {
    land = shrunk(land, widthPx);
    scene.textures.addCanvas(`land-${widthPx}`, land);
    uniforms[LAND_UNIFORMS[unit]!] = unit;
    return `land-${widthPx}`;
  });
  scene.textures.addCanvas('ground', drawGround());
  uniforms.uGround = textures.push('ground') - 1;
  const shader: GameObjects.Shader = scene.add.shader(
    {
      name: 'globe',
      fragmentSource: GLOBE_FRAGMENT,
      setupUniforms: (set: (name: string, value: number | number[]) => void) => {
        for (const [name, value] of Object.entries(uniforms)) set(name, value);
      },
    },
    0,
    0,
    1,
    1,
    textures,
  );
  return {
    fit(camera, daysJ2000) {
      const { right, up, toEye, widthPx, heightPx, scalePx } = camera;
      const angle = greenwichAngleRad(daysJ2000);
      const cos = Math.cos(angle);
      const sin = Math.sin(angle);
      const sun = sunDirection(daysJ2000);
      const along = (axis: readonly [number, number, number]): number =>
        axis[0] * sun[0] + axis[1] * sun[1] + axis[2] * sun[2];
      // Columns: the view axes in the frame that turns with Earth.
      uniforms.uToEarth = [right, up, toEye].flatMap(([x, y, z]) => [x * cos + y * sin, y * cos - x * sin, z]);
      uniforms.uSun = [along(right), along(up), along(toEye)];
      uniforms.uCentrePx = [widthPx / 2, heightPx / 2];
      uniforms.uPixelRadii = 1 / scalePx;
      const reach = 2 * AIR_REACH * discRadiusPx(camera);
      shader
        .setSize(Math.min(reach, widthPx), Math.min(reach, heightPx))
        .setOrigin(0.5, 0.5)
        .setPosition(widthPx / 2, heightPx / 2);
    },
  };
}
