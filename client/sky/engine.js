/**
 * Phaser without what is not used here (sound, physics, loader, input, most game objects): the build takes it for 'phaser', and a
 * page weighs half as much. Who needs another part of Phaser adds its file.
 */
// First: parts of the renderer need each other, and only in this order.
import '../../node_modules/phaser/src/renderer/index.js';
import '../../node_modules/phaser/src/cameras/2d/CameraManager.js';
import '../../node_modules/phaser/src/events/EventEmitter.js';
import '../../node_modules/phaser/src/gameobjects/DisplayList.js';
import '../../node_modules/phaser/src/gameobjects/GameObjectCreator.js';
import '../../node_modules/phaser/src/gameobjects/UpdateList.js';
import '../../node_modules/phaser/src/gameobjects/image/ImageFactory.js';
import '../../node_modules/phaser/src/gameobjects/shader/ShaderFactory.js';
import '../../node_modules/phaser/src/scene/ScenePlugin.js';
import '../../node_modules/phaser/src/tweens/TweenManager.js';
import CONST from '../../node_modules/phaser/src/const.js';
import Extern from '../../node_modules/phaser/src/gameobjects/extern/Extern.js';

export { default as Game } from '../../node_modules/phaser/src/core/Game.js';
export { default as Scene } from '../../node_modules/phaser/src/scene/Scene.js';
export const { AUTO, CANVAS, WEBGL } = CONST;
export const GameObjects = { Extern };
