import Ajv, { type AnySchema } from 'ajv'

// What WeChat accepts in its JSON files, written down from its documentation: known keys and their types. An unknown key is a
// finding, since WeChat passes over it without a word and the setting is simply not there.

const closed = (properties: Record<string, AnySchema>, required: string[] = []) => ({ type: 'object', properties, required, additionalProperties: false })
const one = (...values: string[]) => ({ enum: values })
const text = { type: 'string' }
const flag = { type: 'boolean' }
const number = { type: 'number' }
const color = { type: 'string', pattern: '^#[0-9a-fA-F]{6}$' }
const place = { type: 'string', pattern: '^[^/.][^?#]*$' }
const places = { type: 'array', items: place, minItems: 1, uniqueItems: true }
const components = { type: 'object', propertyNames: { pattern: '^[a-zA-Z][\\w-]*$' }, additionalProperties: text }
const any = {}

const look = {
  navigationBarBackgroundColor: color,
  navigationBarTextStyle: one('black', 'white'),
  navigationBarTitleText: text,
  navigationStyle: one('default', 'custom'),
  backgroundColor: color,
  backgroundColorContent: color,
  backgroundTextStyle: one('dark', 'light'),
  backgroundColorTop: color,
  backgroundColorBottom: color,
  enablePullDownRefresh: flag,
  onReachBottomDistance: number,
  pageOrientation: one('portrait', 'auto', 'landscape'),
  restartStrategy: one('homePage', 'homePageAndLatestPage'),
  initialRenderingCache: one('static', 'dynamic', 'capture'),
  visualEffectInBackground: one('none', 'hidden'),
  handleWebviewPreload: one('static', 'manual', 'auto'),
}

const tabBar = closed(
  {
    color,
    selectedColor: color,
    backgroundColor: color,
    borderStyle: one('black', 'white'),
    position: one('bottom', 'top'),
    custom: flag,
    list: {
      type: 'array',
      minItems: 2,
      maxItems: 5,
      items: closed({ pagePath: place, text, iconPath: { type: 'string', pattern: '\\.(png|jpg|jpeg)$' }, selectedIconPath: { type: 'string', pattern: '\\.(png|jpg|jpeg)$' } }, ['pagePath', 'text']),
    },
  },
  ['color', 'selectedColor', 'backgroundColor', 'list'],
)
const subpackages = { type: 'array', items: closed({ root: text, name: text, pages: places, independent: flag, plugins: any, entry: text }, ['root', 'pages']) }
const privateInfos = ['getFuzzyLocation', 'getLocation', 'onLocationChange', 'startLocationUpdate', 'startLocationUpdateBackground', 'chooseLocation', 'choosePoi', 'chooseAddress']

const app = {
  ...closed(
    {
      entryPagePath: place,
      pages: places,
      window: closed(look),
      tabBar,
      networkTimeout: closed({ request: number, connectSocket: number, uploadFile: number, downloadFile: number }),
      debug: flag,
      functionalPages: any,
      subpackages,
      subPackages: subpackages,
      workers: any,
      requiredBackgroundModes: { type: 'array', items: one('audio', 'location') },
      requiredPrivateInfos: {
        type: 'array',
        uniqueItems: true,
        items: one(...privateInfos),
        // WeChat refuses the exact and the fuzzy position side by side.
        not: { allOf: [{ contains: { const: 'getFuzzyLocation' } }, { contains: { enum: ['getLocation', 'onLocationChange', 'startLocationUpdate'] } }] },
      },
      plugins: any,
      preloadRule: { type: 'object', additionalProperties: closed({ packages: { type: 'array', items: text }, network: one('all', 'wifi') }, ['packages']) },
      resizable: flag,
      usingComponents: components,
      permission: closed({ 'scope.userLocation': closed({ desc: { type: 'string', minLength: 1, maxLength: 30 } }, ['desc']), 'scope.userFuzzyLocation': closed({ desc: { type: 'string', minLength: 1, maxLength: 30 } }, ['desc']) }),
      sitemapLocation: place,
      style: one('v2'),
      useExtendedLib: any,
      entranceDeclare: any,
      darkmode: flag,
      themeLocation: place,
      lazyCodeLoading: one('requiredComponents'),
      singlePage: any,
      supportedMaterials: any,
      serviceProviderTicket: text,
      embeddedAppIdList: { type: 'array', items: text, maxItems: 10 },
      halfPage: any,
      debugOptions: any,
      enablePassiveEvent: any,
      resolveAlias: any,
      renderer: one('webview', 'skyline'),
      rendererOptions: any,
      componentFramework: one('exparser', 'glass-easel'),
      cloud: flag,
      __usePrivacyCheck__: flag,
    },
    ['pages', 'sitemapLocation'],
  ),
}

const page = closed({
  ...look,
  disableScroll: flag,
  disableSwipeBack: flag,
  homeButton: flag,
  usingComponents: components,
  component: flag,
  styleIsolation: one('isolated', 'apply-shared', 'shared', 'page-isolated', 'page-apply-shared', 'page-shared'),
  componentPlaceholder: components,
  componentGenerics: any,
  style: one('v2'),
  singlePage: any,
  renderer: one('webview', 'skyline'),
  rendererOptions: any,
  componentFramework: one('exparser', 'glass-easel'),
})

const sitemap = closed(
  {
    desc: text,
    rules: {
      type: 'array',
      minItems: 1,
      items: closed({ action: one('allow', 'disallow'), page: text, params: { type: 'array', items: text }, matching: one('exact', 'inclusive', 'exclusive', 'partial'), priority: number }, ['action', 'page']),
    },
  },
  ['rules'],
)

const project = {
  type: 'object',
  properties: {
    appid: { type: 'string', pattern: '^(wx[0-9a-f]{16}|touristappid)$' },
    projectname: text,
    description: text,
    miniprogramRoot: { type: 'string', pattern: '/$' },
    cloudfunctionRoot: { type: 'string', pattern: '/$' },
    compileType: one('miniprogram'),
    libVersion: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' },
    setting: {
      type: 'object',
      // The output is ES5 and minified already; a second pass in the tools would upload other code than was tested.
      properties: { urlCheck: { const: true }, es6: { const: false }, enhance: { const: false }, postcss: { const: false }, minified: { const: false } },
      required: ['urlCheck', 'es6', 'enhance', 'postcss', 'minified'],
    },
  },
  required: ['appid', 'miniprogramRoot', 'compileType', 'libVersion', 'setting'],
}

const ajv = new Ajv({ allErrors: true })
const schemas = { app: ajv.compile(app), page: ajv.compile(page), sitemap: ajv.compile(sitemap), project: ajv.compile(project) }

/** What is wrong with one of WeChat's JSON files, in words; empty when nothing is. */
export function findings(kind: keyof typeof schemas, value: unknown): string[] {
  const check = schemas[kind]
  if (check(value)) return []
  return (check.errors ?? []).map(({ instancePath, message, params }) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`)
}
