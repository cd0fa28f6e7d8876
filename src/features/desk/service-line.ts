import type { Language } from '../../domain/language.js';
import type { Service } from '../../domain/organisation.js';
import { textAt, texts } from '../../texts/index.js';

/** 'Vlaams-Brabant Oost · 12–18 jaar · actief': a service in one line for the desk. */
export function serviceLine(service: Service, language: Language): string {
  const t = texts(language);
  return [
    service.regions.map((region) => textAt(language, `common.common.region.${region}`) ?? region).join(', '),
    agesOf(service, language),
    ...(service.fromFirstSecondary ? [t('desk.service-line.from-first-secondary')] : []),
    t(service.active ? 'desk.service-line.active' : 'desk.service-line.inactive'),
  ].join(' · ');
}

function agesOf({ minimumAge, maximumAge }: Service, language: Language): string {
  const t = texts(language);
  if (minimumAge !== null && maximumAge !== null)
    return t('desk.service-line.ages', { minimum: minimumAge, maximum: maximumAge });
  if (minimumAge !== null) return t('desk.service-line.from-age', { minimum: minimumAge });
  return maximumAge === null ? t('desk.service-line.all-ages') : t('desk.service-line.to-age', { maximum: maximumAge });
}
