import { useContext } from 'react';
import { AuthContext, type AuthContextValue } from './AuthContext.js';

export function useAuth(): AuthContextValue {
  const value = useContext(AuthContext);
  if (!value) throw new Error('useAuth is used outside of AuthProvider');
  return value;
}
