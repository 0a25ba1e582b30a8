import type { UiPath } from '@uipath/uipath-typescript/core';
import { Assets } from '@uipath/uipath-typescript/assets';

/** A service of our own, which both applications use. */
export class Folders {
  readonly #assets: Assets;

  constructor(sdk: UiPath) {
    this.#assets = new Assets(sdk);
  }

  async assetNames(folderId: number): Promise<string[]> {
    const page = await this.#assets.getAll({ folderId });
    return page.items.map((asset) => asset.name);
  }
}
