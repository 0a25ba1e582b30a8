interface ImportMetaEnv {
  readonly VITE_APPLICATION_TITLE?: string;
  readonly VITE_FOLDER_ID: string;
  readonly VITE_REFRESH_SECONDS?: string;
}

interface ImportMeta {
  readonly env: ImportMetaEnv;
}
