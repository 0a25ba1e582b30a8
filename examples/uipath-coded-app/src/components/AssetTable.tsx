import { useEffect, useState } from 'react';
import type { AssetGetResponse } from '@uipath/uipath-typescript/assets';
import { useAuth } from '../auth/useAuth.js';

export function AssetTable() {
  const { sdk } = useAuth();
  const [assets, setAssets] = useState<AssetGetResponse[]>([]);

  useEffect(() => {
    if (!sdk) return;
    void sdk.assets.getAll({ pageSize: 50 }).then((page) => setAssets(page.items));
  }, [sdk]);

  return (
    <table>
      <tbody>
        {assets.map((asset) => (
          <tr key={asset.id}>
            <td>{asset.name}</td>
            <td>{asset.value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
