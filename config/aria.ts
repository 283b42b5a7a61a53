import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import names from './aria-names.json'

type Platform = { template: { mergeComponents: (ctx: IPluginContext, components: object) => void }; runtimePath: string | string[] }

/**
 * Taro leaves every aria attribute out of the mini-program's templates, so a screen reader finds no button. This names them to
 * the templates; client/platform/aria.ts names the same ones to the runtime.
 */
export default function aria(ctx: IPluginContext): void {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: Platform) {
      platform.template.mergeComponents(ctx, names)
      platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, '../client/platform/aria.ts')].flat()
    },
  })
}
