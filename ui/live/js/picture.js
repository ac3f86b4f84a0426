/** One picture: words around an svg that is made once and then changed in place while the hand moves. */

import {drawBars} from './bars.js'
import {drawCurves} from './curves.js'
import {keyed, layers, say, set} from './dom.js'
import {forgetWidths, ruler} from './fit.js'
import {drawHeat} from './heat.js'
import {drawLines} from './lines.js'
import {drawRegions} from './regions.js'
import {sample} from './svg.js'
import {placeTip, writeTip} from './tip.js'

const PHONE = 28 // A picture narrower than this many times its type size (420 px at 15) is drawn as on a phone.
const DRAW = {lines: drawLines, heat: drawHeat, curves: drawCurves, regions: drawRegions} // all others are bars
const drawn = new WeakMap() // holder -> the picture that stands there

document.fonts?.ready.then(forgetWidths)

/**
 * Draw a picture, or change the one that stands in the holder.
 * @param {Element} holder
 * @param {object} picture as `report.drawing.drawing` describes it
 * @param {object} options
 * @param {number} options.width CSS px that the picture may take
 * @param {number} [options.height] CSS px that the whole figure should fill
 * @param {number} [options.size] type size in px
 * @param {boolean} [options.dark] on a dark background
 * @param {boolean} [options.calm] nothing glides
 * @param {boolean} [options.heading] show the title
 * @param {boolean} [options.foot] show note and source
 */
export function drawPicture(holder, picture, options) {
  if (!drawn.has(holder)) drawn.set(holder, newPicture(holder))
  drawn.get(holder)(picture, options)
}

function newPicture(holder) {
  const parts = build(holder)
  const {figure, stage, tip} = parts
  let [scene, look, canvas, layout] = [null, null, null, '']

  function update(picture, options) {
    look = lookOf(figure, options)
    const now = [look.width, look.height, look.size, picture.id].join(' ')
    const still = now !== layout // What changes shape does not glide; what changes place does.
    layout = now
    set(figure, {'data-still': still, 'data-calm': options.calm, style: `font-size: ${look.size}px`})
    writeWords(parts, picture, look, options)
    const draw = DRAW[picture.kind] ?? drawBars
    canvas = keyed(stage, 'svg', [{key: draw.name}], (node) => {
      const around = look.height ? figure.offsetHeight - node.clientHeight : 0
      scene = draw(node, picture, {...look, height: Math.max(0, look.height - around)})
      const [width, height] = [look.width, Math.ceil(scene.height)]
      set(node, {class: 'canvas', role: 'img', 'aria-label': picture.alt, width, height, viewBox: `0 0 ${width} ${height}`})
    })[0]
    hide()
  }

  function point(event) {
    const {left, top} = canvas.getBoundingClientRect()
    const found = scene.at(event.target, [event.clientX - left, event.clientY - top])
    if (!found) return hide()
    scene.guide?.(found.place)
    writeTip(tip, found, look)
    placeTip(tip, figure, event)
  }

  function hide() {
    tip.hidden = true
    scene?.guide?.(null)
  }

  stage.addEventListener('pointermove', point)
  stage.addEventListener('pointerdown', point)
  stage.addEventListener('pointerleave', hide)
  return update
}

function build(holder) {
  const {chart: figure} = layers(holder, 'figure', ['chart'])
  const {title, subtitle} = layers(figure, 'p', ['title', 'subtitle'])
  const {legend} = layers(figure, 'ul', ['legend'])
  const {stage} = layers(figure, 'div', ['stage'])
  const {caption} = layers(figure, 'figcaption', ['caption'])
  const {tip} = layers(figure, 'div', ['tip'])
  set(legend, {role: 'list'})
  return {figure, title, subtitle, legend, stage, tip, ...layers(caption, 'p', ['reserve', 'source'])}
}

function lookOf(figure, {width, height = 0, size = 15, dark = false}) {
  const font = getComputedStyle(figure).fontFamily || 'sans-serif'
  const whole = Math.max(1, Math.floor(width))
  return {width: whole, height, size, shade: dark ? 1 : 0, narrow: whole < PHONE * size, widthOf: ruler(font)}
}

function writeWords(parts, picture, look, {heading = true, foot = true}) {
  say(parts.title, heading ? picture.title : '')
  say(parts.subtitle, picture.subtitle)
  say(parts.reserve, foot ? picture.note : '')
  say(parts.source, foot ? picture.source : '')
  const entries = legendOf(picture, look).map((entry, key) => ({...entry, key}))
  parts.legend.hidden = !entries.length
  keyed(parts.legend, 'li', entries, (item, {fill, marker, hollow, words}) => {
    const {swatch} = layers(item, 'svg', ['swatch'])
    const {name} = layers(item, 'span', ['name'])
    sample(swatch, fill[look.shade], marker, look.size, hollow)
    set(name, {text: words})
  })
}

/** What the colours mean: the parts of bars, and lines that have no room for a name at their end. */
function legendOf(picture, {narrow}) {
  if (!picture.lines) return picture.legend ?? []
  if (!narrow) return []
  return picture.lines.map(({end_words: words, colour: fill, marker}) => ({words, fill, marker}))
}
