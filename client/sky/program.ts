/** Small wrappers over WebGL 1: a linked program with its locations, a filled buffer. */

export type Program = {
  readonly program: WebGLProgram;
  readonly attribute: (name: string) => number;
  readonly uniform: (name: string) => WebGLUniformLocation | null;
};

/** Compiles and links. Throws with the driver's log when the source is wrong; on a lost context the program draws nothing. */
export function makeProgram(gl: WebGLRenderingContext, vertex: string, fragment: string): Program {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(type);
    if (!shader) continue;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    gl.deleteShader(shader);
    if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS) && !gl.isContextLost()) {
      throw new Error(`shader: ${gl.getShaderInfoLog(shader)}`);
    }
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
    throw new Error(`shader program: ${gl.getProgramInfoLog(program)}`);
  }
  const attributes = new Map<string, number>();
  const uniforms = new Map<string, WebGLUniformLocation | null>();
  return {
    program,
    attribute: (name) => remembered(attributes, name, () => gl.getAttribLocation(program, name)),
    uniform: (name) => remembered(uniforms, name, () => gl.getUniformLocation(program, name)),
  };
}

function remembered<T>(known: Map<string, T>, name: string, look: () => T): T {
  if (!known.has(name)) known.set(name, look());
  return known.get(name) as T;
}

/** A vertex buffer holding `data`. */
export function makeBuffer(gl: WebGLRenderingContext, data: BufferSource, usage: number): WebGLBuffer {
  const buffer = gl.createBuffer();
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  gl.bufferData(gl.ARRAY_BUFFER, data, usage);
  return buffer;
}
