import { byId } from './dom.js'

const digits = 20
/** A scanner types faster than any hand. */
const scannerMs = 60

/** 20 digits out of what was typed, pasted or scanned; null while they are not there. */
export function codeIn(text) {
  const only = text.normalize('NFKC').replace(/[\s-]/g, '')
  return /^\d{20}$/.test(only) ? only : null
}

/** A scan that fell into the bill's field: the amount typed before it, and the code. */
export function splitScan(text) {
  const only = text.replace(/\s/g, '')
  if (!/^[\d.]{20,}$/.test(only)) return null
  const code = codeIn(only.slice(-digits))
  return code && { bill: only.slice(0, -digits), code }
}

/**
 * Hears a scanner while no field has the focus, and single digits for the ways on. A scan begins with a digit too, so a digit
 * counts as a choice only when nothing follows it at scanner's speed.
 */
export function hearKeys({ onScan, onDigit }) {
  let heard = ''
  let last = 0
  let timer = 0
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.target.closest('input:not([type=radio], [type=checkbox]), dialog') || event.ctrlKey || event.metaKey || event.altKey) return
      const at = performance.now()
      if (at - last > scannerMs * 2) heard = ''
      last = at
      clearTimeout(timer)
      if (/^\d$/.test(event.key)) {
        heard += event.key
        const alone = heard
        timer = setTimeout(() => alone.length === 1 && onDigit(Number(alone)), scannerMs * 2)
      } else if (event.key === 'Enter' && heard.length >= digits) {
        event.preventDefault()
        onScan(heard.slice(-digits))
        heard = ''
      }
    },
    { capture: true },
  )
}

/** Offers the camera where the browser can read codes itself. */
export function offerCamera(onScan) {
  if (!('BarcodeDetector' in globalThis) || !navigator.mediaDevices?.getUserMedia) return
  const button = byId('camera')
  const dialog = byId('camera-view')
  const video = byId('video')
  button.hidden = false
  button.addEventListener('click', async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }).catch(() => null)
    if (!stream) {
      button.hidden = true
      return
    }
    video.srcObject = stream
    await video.play()
    dialog.showModal()
    const detector = new BarcodeDetector({ formats: ['qr_code', 'code_128'] })
    const stop = () => {
      for (const track of stream.getTracks()) track.stop()
    }
    dialog.addEventListener('close', stop, { once: true })
    while (dialog.open) {
      const found = (await detector.detect(video).catch(() => [])).map(({ rawValue }) => codeIn(rawValue)).find(Boolean)
      if (found) {
        dialog.close()
        onScan(found)
      }
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  })
}
