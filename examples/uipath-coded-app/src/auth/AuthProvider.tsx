import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { UiPath } from '@uipath/uipath-typescript';
import { AuthContext } from './AuthContext.js';

export function AuthProvider({ children }: { children: ReactNode }) {
  const [sdk, setSdk] = useState<UiPath | null>(null);
  const [isAuthenticated, setIsAuthenticated] = useState(false);

  useEffect(() => {
    async function start() {
      // The build writes uipath.json into meta tags, from which the SDK takes its configuration.
      const client = new UiPath();
      if (client.isInOAuthCallback()) await client.completeOAuth();
      setIsAuthenticated(client.isAuthenticated());
      setSdk(client);
    }
    void start();
  }, []);

  const login = useCallback(async () => {
    if (!sdk) return;
    await sdk.initialize();
    setIsAuthenticated(sdk.isAuthenticated());
  }, [sdk]);

  const value = useMemo(() => ({ sdk, isAuthenticated, login }), [sdk, isAuthenticated, login]);
  return <AuthContext.Provider value={value}>{children}</AuthContext.Provider>;
}
