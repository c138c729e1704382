import type { Point } from "../../shared/model/field.ts";
import { pinched, type View } from "./pinched.ts";

/** What fingers act on. */
export interface FingersOn {
  viewport(): View;
  moveView(view: View): void;
  /** Puts back what the first finger had begun to move. */
  putBack(): void;
  /** Whether something is being moved. */
  isMoving(): boolean;
}

const LONG_PRESS_MS = 500;
const LONG_PRESS_SLACK_PX = 10;
const DOUBLE_TAP_MS = 350;
const DOUBLE_TAP_SLACK_PX = 24;
const DOUBLE_CLICK_COMES_MS = 60;

/**
 * Listens to the fingers on the drawing before React Flow does. What it takes for itself (two fingers where one lies on a card, and
 * what comes after a long press) React Flow does not hear of; everything else passes.
 */
export class Fingers {
  readonly #canvas: HTMLElement;
  readonly #on: FingersOn;
  readonly #listening = new AbortController();
  /** Where the two fingers were, and the view then; undefined while they are not two. */
  #pinch: { readonly fingers: readonly [Point, Point]; readonly view: View } | undefined;
  /** Whether all that fingers do is kept from React Flow until the last one is lifted. */
  #isTaken = false;
  #press: { readonly at: Point; readonly target: Element; readonly timer: number } | undefined;
  #lastTap: { readonly at: Point; readonly timeMs: number } | undefined;
  /** Waits for the double click that most browsers make of two taps. */
  #doubleTap = 0;

  constructor(canvas: HTMLElement, on: FingersOn) {
    this.#canvas = canvas;
    this.#on = on;
    const options = { capture: true, passive: false, signal: this.#listening.signal };
    canvas.addEventListener("touchstart", (event) => this.#start(event), options);
    canvas.addEventListener("touchmove", (event) => this.#move(event), options);
    canvas.addEventListener("touchend", (event) => this.#end(event), options);
    canvas.addEventListener("dblclick", () => window.clearTimeout(this.#doubleTap), options);
    canvas.addEventListener("touchcancel", (event) => this.#cancel(event), options);
  }

  /** Stops listening. */
  destroy(): void {
    this.#listening.abort();
    window.clearTimeout(this.#doubleTap);
    this.#forgetPress();
  }

  #start(event: TouchEvent): void {
    if (isOfText(event)) return;
    if (event.touches.length > 1) {
      this.#forgetPress();
      this.#lastTap = undefined;
      if (this.#isTaken || [...event.touches].some(isOnSomething)) this.#takePinch(event);
      return;
    }
    this.#isTaken = false;
    const [finger] = event.touches;
    if (finger === undefined || !(event.target instanceof Element)) return;
    const at = { x: finger.clientX, y: finger.clientY };
    const { target } = event;
    const timer = window.setTimeout(() => this.#longPress(at, target), LONG_PRESS_MS);
    this.#press = { at, target, timer };
  }

  #takePinch(event: TouchEvent): void {
    if (!this.#isTaken) this.#on.putBack();
    this.#isTaken = true;
    const fingers = twoOf(event);
    this.#pinch = fingers === undefined ? undefined : { fingers, view: this.#on.viewport() };
    event.stopPropagation();
    event.preventDefault();
  }

  #move(event: TouchEvent): void {
    const [finger] = event.touches;
    if (this.#press !== undefined && finger !== undefined) {
      const { at } = this.#press;
      if (Math.hypot(finger.clientX - at.x, finger.clientY - at.y) > LONG_PRESS_SLACK_PX) this.#forgetPress();
    }
    if (!this.#isTaken) return;
    event.stopPropagation();
    event.preventDefault();
    const fingers = twoOf(event);
    if (this.#pinch === undefined || fingers === undefined) return;
    const { left, top } = this.#canvas.getBoundingClientRect();
    const local = ({ x, y }: Point) => ({ x: x - left, y: y - top });
    const [a, b] = this.#pinch.fingers;
    this.#on.moveView(
      pinched(this.#pinch.view, [local(a), local(b)], [local(fingers[0]), local(fingers[1])]),
    );
  }

  #end(event: TouchEvent): void {
    const wasPress = this.#press;
    this.#forgetPress();
    if (this.#isTaken) {
      // No click comes of it: the menu that a long press has opened stays.
      event.preventDefault();
      this.#pinch = undefined;
      if (event.touches.length === 0) this.#isTaken = false;
      return;
    }
    if (wasPress !== undefined && event.touches.length === 0 && !this.#on.isMoving())
      this.#tap(wasPress.at, wasPress.target, event.timeStamp);
  }

  /** The system has taken the fingers away (a palm, a gesture of its own): nothing half done stays. */
  #cancel(event: TouchEvent): void {
    this.#forgetPress();
    this.#pinch = undefined;
    this.#on.putBack();
    if (event.touches.length === 0) this.#isTaken = false;
  }

  #longPress(at: Point, target: Element): void {
    this.#forgetPress();
    if (this.#on.isMoving()) return;
    this.#isTaken = true;
    target.dispatchEvent(
      new MouseEvent("contextmenu", {
        bubbles: true,
        cancelable: true,
        clientX: at.x,
        clientY: at.y,
        button: 2,
      }),
    );
  }

  /** Not every browser makes a double click of two taps. */
  #tap(at: Point, target: Element, timeMs: number): void {
    const last = this.#lastTap;
    this.#lastTap = { at, timeMs };
    if (last === undefined || timeMs - last.timeMs > DOUBLE_TAP_MS) return;
    if (Math.hypot(at.x - last.at.x, at.y - last.at.y) > DOUBLE_TAP_SLACK_PX) return;
    this.#lastTap = undefined;
    this.#doubleTap = window.setTimeout(() => {
      const { x: clientX, y: clientY } = at;
      target.dispatchEvent(
        new MouseEvent("dblclick", { bubbles: true, cancelable: true, clientX, clientY, detail: 2 }),
      );
    }, DOUBLE_CLICK_COMES_MS);
  }

  #forgetPress(): void {
    window.clearTimeout(this.#press?.timer);
    this.#press = undefined;
  }
}

/** Whether a finger lies on a card, a handle or a connection rather than on the ground. */
function isOnSomething({ target }: Touch): boolean {
  return target instanceof Element && target.closest(".nopan, .react-flow__node, [data-relation]") !== null;
}

function isOfText({ target }: TouchEvent): boolean {
  return target instanceof Element && target.closest("input, textarea") !== null;
}

function twoOf({ touches }: TouchEvent): readonly [Point, Point] | undefined {
  const [one, other] = touches;
  if (one === undefined || other === undefined) return undefined;
  return [
    { x: one.clientX, y: one.clientY },
    { x: other.clientX, y: other.clientY },
  ];
}
