import { createContext } from 'react';
import type { UiPath } from '@uipath/uipath-typescript';

export interface AuthContextValue {
  sdk: UiPath | null;
  isAuthenticated: boolean;
  login: () => Promise<void>;
}

export const AuthContext = createContext<AuthContextValue | null>(null);
